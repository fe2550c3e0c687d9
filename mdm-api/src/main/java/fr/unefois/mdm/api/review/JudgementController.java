package fr.unefois.mdm.api.review;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.repeat.Repeats;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stewards decide without being asked: merge, split, judge two records, and take any of it back. */
@RestController
@Tag(name = "Judgements")
final class JudgementController {
    private final Gate gate;
    private final Deciding deciding;
    private final Repeats repeats;

    JudgementController(Gate gate, Deciding deciding, Repeats repeats) {
        this.gate = gate;
        this.deciding = deciding;
        this.repeats = repeats;
    }

    @PostMapping("/v1/profiles/merge")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Two citizens are one",
            description = "Their likeliest records are judged the same. 409 where it is one citizen already, or where "
                    + "judgements in force say the contrary. With `dryRun=true` nothing is kept.")
    ResponseEntity<JudgedAnswer> merge(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody MergeRequest request,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key) {
        Call call = gate.open(caller, Operation.REVIEW);
        List<@Nullable String> refs = request.refs();
        String one = refs == null || refs.size() != 2 ? null : refs.get(0);
        String other = refs == null || refs.size() != 2 ? null : refs.get(1);
        if (one == null || other == null) {
            throw new ProblemException(Problem.MALFORMED, "`refs` are the references of two citizens.");
        }
        return repeats.once(
                call,
                key,
                List.of("merge", dryRun, request),
                JudgedAnswer.class,
                () -> ResponseEntity.ok(deciding.merge(call, one, other, request.comment(), dryRun)),
                JudgedAnswer::refs);
    }

    @PostMapping("/v1/profiles/{ref}/split")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Some of a citizen's records are somebody else's",
            description = "Each of `records` is told from each that stays. What had been merged is restored on both "
                    + "sides, with the references they had. With `dryRun=true` nothing is kept.")
    ResponseEntity<JudgedAnswer> split(
            Caller caller,
            @PathVariable String ref,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody SplitRequest request,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key) {
        Call call = gate.open(caller, Operation.REVIEW);
        List<RecordName> records = request.records();
        if (records == null || records.isEmpty()) {
            throw new ProblemException(Problem.MALFORMED, "`records` are the ones that go, by `source` and `id`.");
        }
        Set<SourceKey> away = new HashSet<>();
        records.forEach(record -> away.add(key(call, record, Problem.NOTHING_TO_DO)));
        return repeats.once(
                call,
                key,
                List.of("split", ref, dryRun, request),
                JudgedAnswer.class,
                () -> ResponseEntity.ok(deciding.split(call, ref, away, request.comment(), dryRun)),
                JudgedAnswer::refs);
    }

    @PostMapping("/v1/judgements")
    @io.swagger.v3.oas.annotations.Operation(
            operationId = "judgeRecords",
            summary = "Two records are the SAME, DIFFERENT, or UNSURE; or WITHDRAWN: nothing is said of them any more",
            description = "Outranks the score from now on, and replaces what was said of these two before.")
    ResponseEntity<JudgedAnswer> judge(
            Caller caller,
            @RequestBody RecordsJudgementRequest request,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key) {
        Call call = gate.open(caller, Operation.REVIEW);
        Judgement.Verdict verdict = request.verdict();
        if (verdict == null) {
            throw new ProblemException(Problem.MALFORMED, "`verdict` is SAME, DIFFERENT, UNSURE or WITHDRAWN.");
        }
        SourceKey left = key(call, request.left(), Problem.NOT_FOUND);
        SourceKey right = key(call, request.right(), Problem.NOT_FOUND);
        if (left.equals(right)) {
            throw new ProblemException(Problem.NOTHING_TO_DO);
        }
        return repeats.once(
                call,
                key,
                List.of("judge", request),
                JudgedAnswer.class,
                () -> ResponseEntity.ok(deciding.judge(call, left, right, verdict, request.comment())),
                JudgedAnswer::refs);
    }

    /** @param unknown what answers for a record that nobody has, or that the contract may not know of */
    private SourceKey key(Call call, @Nullable RecordName name, Problem unknown) {
        if (name == null || name.source() == null || name.id() == null) {
            throw new ProblemException(Problem.MALFORMED, "A record is named by its `source` and its `id`.");
        }
        if (SourceKey.faultOf(name.id()).isPresent() || !gate.policy().mayKnow(call.contract(), name.source())) {
            throw new ProblemException(unknown);
        }
        return new SourceKey(name.source(), name.id());
    }
}
