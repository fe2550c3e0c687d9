package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What became of one component, as statements for one round trip. What is there already is left out before it conflicts: a
 * conflict locks the row, even where it then changes nothing.
 */
final class ResolutionWriter {
    /** From here on, to the end of the transaction or the next such call, all that changes changes at this instant. */
    static final String CHANGE_INSTANT = "set_config('mdm.instant', clock_timestamp()::text, true)";

    private ResolutionWriter() {}

    /** @param ids of the rows that the resolution's records have */
    static Sql of(Resolution resolution, Map<SourceKey, Long> ids, Cause cause) {
        Sql sql = new Sql();
        sql.add("select set_config('mdm.cause', ?, true), " + CHANGE_INSTANT, CauseJson.write(cause));
        records(sql, resolution, ids);
        citizens(sql, resolution.citizens());
        retired(sql, resolution.retired());
        tasks(sql, resolution, ids);
        changes(sql, resolution.changes());
        return sql;
    }

    private static void records(Sql sql, Resolution resolution, Map<SourceKey, Long> ids) {
        List<Entry<SourceKey, UUID>> members = resolution.membership().entrySet().stream()
                .filter(member -> ids.containsKey(member.getKey()))
                .sorted(Entry.comparingByKey())
                .toList();
        sql.add(
                "insert into membership as m (record, ref) select n.record, n.ref"
                        + " from unnest(?::bigint[], ?::uuid[]) as n(record, ref) where not exists"
                        + " (select from membership same where same.record = n.record and same.ref = n.ref)"
                        + " on conflict (record) do update set ref = excluded.ref",
                members.stream().map(member -> ids.get(member.getKey())).toArray(Long[]::new),
                members.stream().map(Entry::getValue).toArray(UUID[]::new));
    }

    private static void citizens(Sql sql, List<Citizen> citizens) {
        if (citizens.isEmpty()) {
            return;
        }
        UUID[] refs = citizens.stream().map(Citizen::ref).toArray(UUID[]::new);
        sql.add("delete from ref_redirect where ref = any(?)", (Object) refs);
        sql.add(
                "insert into citizen (ref, version, golden, link_weight, changed_at)"
                        + " select n.ref, n.version, n.golden::jsonb, n.link_weight, change_instant()"
                        + " from unnest(?::uuid[], ?::bigint[], ?::text[], ?::int[])"
                        + " as n(ref, version, golden, link_weight)"
                        + " on conflict (ref) do update set version = excluded.version, golden = excluded.golden,"
                        + " link_weight = excluded.link_weight, changed_at = change_instant()",
                refs,
                citizens.stream().map(Citizen::version).toArray(Long[]::new),
                citizens.stream()
                        .map(citizen -> GoldenJson.write(citizen.golden()))
                        .toArray(String[]::new),
                citizens.stream().map(citizen -> citizen.golden().linkWeight()).toArray(Integer[]::new));
    }

    private static void retired(Sql sql, Map<UUID, List<UUID>> retired) {
        if (retired.isEmpty()) {
            return;
        }
        List<Entry<UUID, List<UUID>>> rows =
                retired.entrySet().stream().sorted(Entry.comparingByKey()).toList();
        UUID[] refs = rows.stream().map(Entry::getKey).toArray(UUID[]::new);
        sql.add("delete from citizen where ref = any(?)", (Object) refs);
        sql.add(
                "insert into ref_redirect (ref, into_refs, kind) select n.ref, n.into_refs::uuid[], n.kind"
                        + " from unnest(?::uuid[], ?::text[], ?::text[]) as n(ref, into_refs, kind)"
                        + " on conflict (ref) do update set into_refs = excluded.into_refs, kind = excluded.kind,"
                        + " at = change_instant()",
                refs,
                rows.stream().map(row -> Sql.literal(row.getValue())).toArray(String[]::new),
                rows.stream().map(row -> kind(row.getValue())).toArray(String[]::new));
    }

    static String kind(Collection<UUID> into) {
        return into.isEmpty() ? "gone" : into.size() == 1 ? "merged" : "split";
    }

    private static void tasks(Sql sql, Resolution resolution, Map<SourceKey, Long> ids) {
        Long[] all = ids.values().toArray(Long[]::new);
        List<ReviewTask> tasks = resolution.tasks().stream()
                .filter(task -> ids.containsKey(task.pair().left())
                        && ids.containsKey(task.pair().right()))
                .sorted(Comparator.comparing(ReviewTask::id))
                .toList();
        UUID[] open = tasks.stream().map(ReviewTask::id).toArray(UUID[]::new);
        sql.add(
                "update review_task set state = 'CLOSED', closed_at = now(), version = version + 1 where state = 'OPEN'"
                        + " and left_record = any(?) and right_record = any(?) and id <> all(?::uuid[])",
                all,
                all,
                open);
        if (!tasks.isEmpty()) {
            sql.add(
                    TaskRow.UPSERT.formatted("review_task", TaskRow.FROM_ARRAYS),
                    open,
                    texts(tasks.stream().map(task -> task.left().toString())),
                    texts(tasks.stream().map(task -> task.right().toString())),
                    tasks.stream().map(task -> ids.get(task.pair().left())).toArray(Long[]::new),
                    tasks.stream().map(task -> ids.get(task.pair().right())).toArray(Long[]::new),
                    texts(tasks.stream().map(task -> task.pair().left().source())),
                    texts(tasks.stream().map(task -> task.pair().left().id())),
                    texts(tasks.stream().map(task -> task.pair().right().source())),
                    texts(tasks.stream().map(task -> task.pair().right().id())),
                    tasks.stream().map(task -> task.pair().weight()).toArray(Integer[]::new),
                    texts(tasks.stream()
                            .map(task -> EvidenceJson.write(task.pair().evidence()))),
                    texts(tasks.stream().map(task -> task.reason().name())),
                    tasks.stream().map(ReviewTask::risk).toArray(Integer[]::new),
                    tasks.stream().map(ReviewTask::waiting).toArray(Integer[]::new));
        }
    }

    private static void changes(Sql sql, List<ChangeEvent> changes) {
        if (changes.isEmpty()) {
            return;
        }
        sql.add(
                "insert into change_event (ref, kind, attributes, others)"
                        + " select n.ref, n.kind, n.attributes::text[], n.others::uuid[]"
                        + " from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) with ordinality"
                        + " as n(ref, kind, attributes, others, n) order by n.n",
                changes.stream().map(ChangeEvent::ref).toArray(UUID[]::new),
                texts(changes.stream().map(change -> change.kind().name())),
                texts(changes.stream().map(change -> attributes(change.attributes()))),
                texts(changes.stream().map(change -> Sql.literal(change.others()))));
    }

    static String attributes(Set<Attribute> attributes) {
        return Sql.literal(new TreeSet<>(attributes));
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }
}
