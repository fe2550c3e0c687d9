package fr.unefois.mdm.api.review;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ProblemDetail;

/** Who decides in a call, and how a decision that is refused is told. */
final class Stewards {
    private static final int LONGEST = 1000;

    private Stewards() {}

    static String of(Call call) {
        String agent = call.caller().agent();
        return agent == null ? call.caller().client() : agent;
    }

    static void checkComment(@org.jspecify.annotations.Nullable String comment) {
        if (comment != null && comment.length() > LONGEST) {
            throw new ProblemException(Problem.MALFORMED, "A comment has " + LONGEST + " characters at most.");
        }
    }

    /** @throws ProblemException 409 where it was refused, with the judgements that say the contrary */
    static Arrival kept(Judged judged, Call call, Gate gate) {
        if (judged instanceof Judged.Kept kept) {
            return kept.arrival();
        }
        if (judged instanceof Judged.Contradicted contradicted) {
            ProblemDetail detail = Problem.CONTRADICTED.detail();
            detail.setProperty(
                    "because",
                    contradicted.because().stream()
                            .map(one -> told(one, call, gate))
                            .toList());
            throw new ProblemException(detail);
        }
        throw new ProblemException(judged instanceof Judged.Pointless ? Problem.NOTHING_TO_DO : Problem.PAIR_CHANGED);
    }

    private static Map<String, Object> told(Judgement judgement, Call call, Gate gate) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("verdict", judgement.verdict().name());
        told.put("steward", judgement.steward());
        told.put("at", judgement.at().toString());
        told.put(
                "records",
                List.of(judgement.left(), judgement.right()).stream()
                        .filter(key -> gate.policy().mayKnow(call.contract(), key.source()))
                        .map(SourceKey::toString)
                        .toList());
        return told;
    }
}
