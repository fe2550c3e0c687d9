package fr.unefois.mdm.api.change;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.WebhookSecrets;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.change.SubscriptionsAnswer.LetterAnswer;
import fr.unefois.mdm.api.change.SubscriptionsAnswer.SubscriptionAnswer;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.webhook.Signature;
import fr.unefois.mdm.api.webhook.Targets;
import fr.unefois.mdm.store.ChangeFeed;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.Subscriptions;
import fr.unefois.mdm.store.Subscriptions.Subscription;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks: the change feed, brought to a client's own address. */
@RestController
@Tag(name = "Changes")
final class SubscriptionController {
    /** Of one client. */
    private static final int MOST = 20;

    private static final int LETTERS = 100;

    private final Gate gate;
    private final FeedPages pages;
    private final ChangeFeed feed;
    private final Subscriptions subscriptions;
    private final WebhookSecrets secrets;
    private final Targets targets;
    private final Clock clock;

    SubscriptionController(
            Gate gate,
            FeedPages pages,
            ChangeFeed feed,
            Subscriptions subscriptions,
            WebhookSecrets secrets,
            Targets targets,
            Clock clock) {
        this.gate = gate;
        this.pages = pages;
        this.feed = feed;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.targets = targets;
        this.clock = clock;
    }

    @PostMapping("/v1/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Be told of changes by a call to your own address",
            description =
                    "Each event is posted as a CloudEvent, signed as Standard Webhooks has it with the `secret` that is "
                            + "told here and never again. What does not answer 2xx is tried again, ever more seldom, and after 16 "
                            + "attempts becomes a dead letter. The same event may come twice, under the same `webhook-id`.")
    ResponseEntity<SubscriptionAnswer> subscribe(Caller caller, @RequestBody SubscriptionRequest request) {
        Call call = gate.open(caller, Operation.CHANGES);
        String url = request.url();
        if (url == null) {
            throw new ProblemException(Problem.MALFORMED, "`url` is missing.");
        }
        try {
            targets.check(url);
        } catch (Targets.Refused e) {
            throw new ProblemException(Problem.MALFORMED, "`url` is refused: " + e.reason() + ".");
        }
        Instant now = clock.instant();
        Subscription subscription = new Subscription(
                UUID.randomUUID(),
                call.contract().client(),
                caller.agent(),
                call.granted().purpose(),
                url,
                secrets.newest(),
                now,
                request.after() == null ? feed.end() : pages.place(call, request.after()),
                0,
                now,
                null,
                0);
        if (!subscriptions.add(subscription, MOST)) {
            throw new ProblemException(
                    Problem.TOO_MANY, "A client has " + MOST + " subscriptions at most; delete one first.");
        }
        String secret = Signature.told(secrets.secret(subscription.keyVersion(), subscription.id()));
        return ResponseEntity.created(URI.create("/v1/subscriptions/" + subscription.id()))
                .body(told(call, subscription, secret));
    }

    @GetMapping("/v1/subscriptions")
    @io.swagger.v3.oas.annotations.Operation(summary = "Your subscriptions, and how they do")
    SubscriptionsAnswer subscriptions(Caller caller) {
        Call call = gate.open(caller, Operation.CHANGES);
        return new SubscriptionsAnswer(subscriptions.of(call.contract().client()).stream()
                .map(subscription -> told(call, subscription, null))
                .toList());
    }

    @GetMapping("/v1/subscriptions/{id}")
    @io.swagger.v3.oas.annotations.Operation(summary = "One subscription, and how it does")
    SubscriptionAnswer subscription(Caller caller, @PathVariable String id) {
        Call call = gate.open(caller, Operation.CHANGES);
        return told(call, find(call, id), null);
    }

    @DeleteMapping("/v1/subscriptions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @io.swagger.v3.oas.annotations.Operation(summary = "Be told no more")
    void unsubscribe(Caller caller, @PathVariable String id) {
        Call call = gate.open(caller, Operation.CHANGES);
        subscriptions.remove(call.contract().client(), find(call, id).id());
    }

    @PostMapping("/v1/subscriptions/{id}/replay")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Have events delivered again",
            description =
                    "With `deadLetters: true` those that were given up, each tried once; with `after`, a place in the "
                            + "feed or an event's id, everything behind it.")
    SubscriptionAnswer replay(Caller caller, @PathVariable String id, @RequestBody ReplayRequest request) {
        Call call = gate.open(caller, Operation.CHANGES);
        Subscription subscription = find(call, id);
        boolean letters = Boolean.TRUE.equals(request.deadLetters());
        if (letters == (request.after() != null)) {
            throw new ProblemException(Problem.MALFORMED, "Say `deadLetters: true`, or `after` which place.");
        }
        if (letters) {
            subscriptions.revive(subscription.id(), clock.instant());
        } else {
            Cursor place = pages.place(call, request.after());
            subscriptions.rewind(subscription.id(), place, clock.instant());
        }
        return told(call, find(call, id), null);
    }

    /** Another client's subscription is nobody's. */
    private Subscription find(Call call, String id) {
        try {
            return subscriptions
                    .find(call.contract().client(), UUID.fromString(id))
                    .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }

    private SubscriptionAnswer told(Call call, Subscription subscription, @Nullable String secret) {
        List<LetterAnswer> letters = subscription.deadLetters() == 0
                ? List.of()
                : subscriptions.deadLetters(subscription.id(), false, LETTERS).stream()
                        .map(letter ->
                                new LetterAnswer(EventTelling.text(call, letter.place()), letter.at(), letter.reason()))
                        .toList();
        return new SubscriptionAnswer(
                subscription.id().toString(),
                subscription.url(),
                secret,
                subscription.createdAt(),
                EventTelling.text(call, subscription.place()),
                subscription.attempts(),
                subscription.reason(),
                subscription.attempts() == 0 ? null : subscription.nextAt(),
                letters);
    }
}
