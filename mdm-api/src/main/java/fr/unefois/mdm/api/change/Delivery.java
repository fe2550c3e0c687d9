package fr.unefois.mdm.api.change;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.WebhookSecrets;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.webhook.Posting;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import fr.unefois.mdm.store.Subscriptions;
import fr.unefois.mdm.store.Subscriptions.DeadLetter;
import fr.unefois.mdm.store.Subscriptions.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers to one subscription after the other. An event is posted, and then its place is kept: where the process dies in
 * between, it is posted again under the same id. The next event waits for the one before, so that each citizen's come in
 * their order; one that is given up after many attempts becomes a dead letter, and holds up nobody any more.
 */
@Component
final class Delivery {
    private static final int PAGE = 50;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration DENIED = Duration.ofMinutes(10);

    private final Gate gate;
    private final FeedPages pages;
    private final Subscriptions subscriptions;
    private final WebhookSecrets secrets;
    private final Posting posting;
    private final JsonMapper json;
    private final Clock clock;
    private final Backoff backoff;

    Delivery(
            Gate gate,
            FeedPages pages,
            Subscriptions subscriptions,
            WebhookSecrets secrets,
            Posting posting,
            JsonMapper json,
            Clock clock,
            Backoff backoff) {
        this.gate = gate;
        this.pages = pages;
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.posting = posting;
        this.json = json;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** How long to wait after a failure: twice as long each time, by chance up to half less, so that not all come at once. */
    @Component
    record Backoff(
            @Value("${mdm.webhooks.first-wait:5s}") Duration first,
            @Value("${mdm.webhooks.longest-wait:2h}") Duration longest,
            @Value("${mdm.webhooks.attempts:16}") int attempts) {
        Duration after(int failures, double chance) {
            double millis = (double) first.toMillis() * Math.pow(2, Math.min(failures - 1, 40));
            return Duration.ofMillis((long) (Math.min(millis, (double) longest.toMillis()) * (1 - chance / 2)));
        }
    }

    /** Does what there is to do for one subscription; false where none is due. */
    boolean one() {
        UUID holder = UUID.randomUUID();
        Optional<Subscription> claimed = subscriptions.claim(holder, clock.instant(), held());
        claimed.ifPresent(subscription -> {
            try {
                deliver(subscription, holder);
            } catch (ProblemException denied) {
                // The contract says no for now, or no more of it today: no event is given up for that.
                String reason = "the service contract does not allow it now";
                subscriptions.failed(
                        subscription,
                        holder,
                        subscription.attempts(),
                        reason,
                        clock.instant().plus(DENIED));
            }
        });
        return claimed.isPresent();
    }

    /** Longer than an event may take. */
    private Instant held() {
        return clock.instant().plus(posting.timeout().multipliedBy(2));
    }

    private void deliver(Subscription subscription, UUID holder) {
        Call call = gate.resume(
                new Caller(
                        subscription.client(),
                        subscription.agent(),
                        java.util.Set.of(),
                        subscription.purpose(),
                        null,
                        null),
                Operation.CHANGES);
        replay(subscription, call);
        FeedPages.Page page = pages.look(call, subscription.place(), PAGE);
        Cursor place = subscription.place();
        int failures = subscription.attempts();
        for (Entry entry : page.shown()) {
            Optional<String> failure = post(subscription, call, entry);
            boolean kept;
            if (failure.isEmpty()) {
                kept = subscriptions.delivered(subscription, place, entry.cursor(), holder, held());
            } else if (failures + 1 < backoff.attempts()) {
                Instant next = clock.instant().plus(backoff.after(failures + 1, Math.random()));
                subscriptions.failed(subscription, holder, failures + 1, failure.get(), next);
                return;
            } else {
                DeadLetter letter = new DeadLetter(entry.cursor(), clock.instant(), failure.get());
                kept = subscriptions.bury(subscription, place, letter, holder, held());
            }
            if (!kept) {
                return; // somebody else holds it by now, or the client wants to begin elsewhere
            }
            place = entry.cursor();
            failures = 0;
        }
        if (!page.next().equals(place)) {
            subscriptions.delivered(subscription, place, page.next(), holder, held());
        }
        subscriptions.giveBack(
                subscription,
                holder,
                page.more() ? clock.instant() : clock.instant().plus(LOOK));
    }

    /** Dead letters that the client asked for again: each is tried once. */
    private void replay(Subscription subscription, Call call) {
        for (DeadLetter letter : subscriptions.deadLetters(subscription.id(), true, PAGE)) {
            Cursor at = letter.place();
            List<Entry> entries = pages.look(call, new Cursor(at.transaction(), at.number() - 1), 1)
                    .shown();
            boolean there = !entries.isEmpty() && entries.get(0).cursor().equals(at);
            // An event that the contract is not told any more is no letter of its client's any more.
            boolean done = !there || post(subscription, call, entries.get(0)).isEmpty();
            subscriptions.tried(subscription.id(), at, done);
        }
    }

    private Optional<String> post(Subscription subscription, Call call, Entry entry) {
        pages.account(call, List.of(entry));
        ChangesAnswer.EventAnswer event = new EventTelling(call).event(entry);
        byte[] secret = secrets.secret(subscription.keyVersion(), subscription.id());
        return posting.send(subscription.url(), new Posting.Message(event.id(), secret, json.writeValueAsBytes(event)));
    }
}
