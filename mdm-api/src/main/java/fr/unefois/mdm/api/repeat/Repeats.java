package fr.unefois.mdm.api.repeat;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.FailureLog;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.store.KeptAnswers;
import fr.unefois.mdm.store.KeptAnswers.Answer;
import fr.unefois.mdm.store.KeptAnswers.Known;
import fr.unefois.mdm.store.KeptAnswers.Name;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a repeated call as it was answered the first time. Call it once the contract has allowed the call; what it keeps
 * holds no citizen's value, so only answers without any may pass through it.
 */
@Component
public final class Repeats {
    public static final String HEADER = "Idempotency-Key";

    /** As a structured field's string, in quotes, or plain. */
    private static final Pattern KEY =
            Pattern.compile("\"([\\x20-\\x7e&&[^\"\\\\]]{1,255})\"|([\\x21-\\x7e&&[^\"]]{1,255})");

    private final Gate gate;
    private final KeptAnswers answers;
    private final JsonMapper json;
    private final JsonMapper ordered;
    private final Clock clock;

    Repeats(Gate gate, KeptAnswers answers, JsonMapper json, Clock clock) {
        this.gate = gate;
        this.answers = answers;
        this.json = json;
        this.ordered = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        this.clock = clock;
    }

    /**
     * What the call answers: by its work, or, where the key came before with the same request, as then.
     *
     * @param key the header's text; null where the call may be made as often as it comes
     * @param request all that makes the request what it is: method, path, body
     * @param refs the citizens whom an answer names: telling it again is accounted for
     * @throws ProblemException 409 while the first call is being answered, 422 where the key came with another request
     */
    public <T> ResponseEntity<T> once(
            Call call,
            @Nullable String key,
            List<? extends @Nullable Object> request,
            Class<T> type,
            Supplier<ResponseEntity<T>> work,
            Function<T, List<String>> refs) {
        if (key == null) {
            return work.get();
        }
        Name name = name(call, key, request);
        Known known = answers.claim(name, clock.instant());
        if (known instanceof Known.Answered answered) {
            T body = json.readValue(answered.answer().text(), type);
            account(call, refs.apply(body));
            return response(answered.answer(), body);
        }
        if (known instanceof Known.Begun) {
            throw new ProblemException(Problem.STILL_IN_PROGRESS);
        }
        if (known instanceof Known.Other) {
            throw new ProblemException(Problem.KEY_REUSED);
        }
        return kept(name, work);
    }

    private void account(Call call, List<String> refs) {
        Map<UUID, Set<Attribute>> told = new HashMap<>();
        refs.forEach(ref -> call.references().citizen(ref).ifPresent(citizen -> told.put(citizen, Set.of())));
        if (!told.isEmpty()) {
            gate.account(call, told);
        }
    }

    private <T> ResponseEntity<T> kept(Name name, Supplier<ResponseEntity<T>> work) {
        boolean answered = false;
        try {
            ResponseEntity<T> response = work.get();
            Answer answer = new Answer(
                    response.getStatusCode().value(),
                    response.getHeaders().getETag(),
                    json.writeValueAsString(response.getBody()));
            answers.keep(name, answer);
            answered = true;
            return response;
        } finally {
            if (!answered) {
                release(name);
            }
        }
    }

    /** A claim that cannot be released opens by itself; the failure that is under way says more. */
    private void release(Name name) {
        try {
            answers.release(name);
        } catch (RuntimeException e) {
            FailureLog.log("releasing a call", e);
        }
    }

    private static <T> ResponseEntity<T> response(Answer answer, T body) {
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(answer.status());
        if (answer.etag() != null) {
            builder.header(HttpHeaders.ETAG, answer.etag());
        }
        return builder.body(body);
    }

    private Name name(Call call, String header, List<? extends @Nullable Object> request) {
        Matcher matcher = KEY.matcher(header.strip());
        if (!matcher.matches()) {
            throw new ProblemException(
                    Problem.MALFORMED,
                    "`" + HEADER + "` is a text of at most 255 printable characters, such as a random UUID.");
        }
        byte[] key =
                (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).getBytes(StandardCharsets.US_ASCII);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return new Name(
                    call.caller().client(),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(key)),
                    HexFormat.of().formatHex(mac.doFinal(ordered.writeValueAsBytes(request))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
