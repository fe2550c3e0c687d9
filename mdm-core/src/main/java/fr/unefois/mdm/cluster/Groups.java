package fr.unefois.mdm.cluster;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records that are the same to the model, in as few clusters as keep apart what was judged different or may never match:
 * each goes to the first that takes it.
 */
final class Groups {
    private final Scope scope;
    private final Map<SourceKey, Set<SourceKey>> different = new HashMap<>();
    private final List<List<SourceKey>> groups = new ArrayList<>();
    private final List<Set<String>> sources = new ArrayList<>();
    /** By source the first group that may still take a record of it: thousands of one source are gone through once. */
    private final Map<String, Integer> open = new HashMap<>();

    Groups(Scope scope, Judgements judgements) {
        this.scope = scope;
        for (Judgement judgement : judgements.all()) {
            if (judgement.verdict() == Verdict.DIFFERENT) {
                different
                        .computeIfAbsent(judgement.left(), absent -> new HashSet<>())
                        .add(judgement.right());
                different
                        .computeIfAbsent(judgement.right(), absent -> new HashSet<>())
                        .add(judgement.left());
            }
        }
    }

    void add(SourceKey key) {
        int at = open.getOrDefault(key.source(), 0);
        while (at < groups.size() && !admits(at, key.source())) {
            at++;
        }
        open.put(key.source(), at);
        Set<SourceKey> apart = different.getOrDefault(key, Set.of());
        while (at < groups.size()
                && !(admits(at, key.source()) && (apart.isEmpty() || Collections.disjoint(groups.get(at), apart)))) {
            at++;
        }
        if (at == groups.size()) {
            groups.add(new ArrayList<>());
            sources.add(new HashSet<>());
        }
        groups.get(at).add(key);
        sources.get(at).add(key.source());
    }

    private boolean admits(int group, String source) {
        return switch (scope) {
            case LINK_AND_DEDUPE -> true;
            case LINK_ONLY -> !sources.get(group).contains(source);
            case DEDUPE_ONLY -> sources.get(group).contains(source);
        };
    }

    List<List<SourceKey>> all() {
        return groups;
    }
}
