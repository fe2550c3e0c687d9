package fr.unefois.mdm.api.server;

import fr.unefois.mdm.record.SourceFile;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.scheduling.support.CronExpression;

/**
 * When which sources are pulled by themselves.
 *
 * @param sources by cron expression of six fields, seconds first: those that come due together are pulled together
 */
public record Schedules(Map<String, List<String>> sources) {
    private static final int WITHOUT_SECONDS = 5;

    public Schedules {
        Map<String, List<String>> copy = new TreeMap<>();
        sources.forEach((cron, names) -> copy.put(cron, List.copyOf(names)));
        sources = Collections.unmodifiableMap(copy);
    }

    /** A fault is added for every {@code schedule} that is none. */
    static Schedules of(Collection<SourceFile> files) {
        Map<String, List<String>> sources = new TreeMap<>();
        for (SourceFile file : files) {
            file.schedule(Schedules::cron)
                    .ifPresent(cron -> sources.computeIfAbsent(cron, any -> new ArrayList<>())
                            .add(file.source().name()));
        }
        return new Schedules(sources);
    }

    /** As crontab has it, with five fields; or six with seconds first; or a word such as {@code @daily}. */
    private static String cron(String text) {
        String[] fields = text.strip().split("\\s+", -1);
        String cron = String.join(" ", fields);
        CronExpression expression = CronExpression.parse(fields.length == WITHOUT_SECONDS ? "0 " + cron : cron);
        if (expression.next(ZonedDateTime.now(ZoneId.systemDefault())) == null) { // the 31st of February
            throw new IllegalArgumentException("never comes due");
        }
        return expression.toString();
    }
}
