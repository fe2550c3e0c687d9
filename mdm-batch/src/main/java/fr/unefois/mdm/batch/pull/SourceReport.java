package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.record.Flaw;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of one source's rows in a run. Filled by the steps, one after the other. */
final class SourceReport {
    /** As many as a person reads; all of them are in the base. */
    private static final int TOLD = 10;

    private final String source;
    private final String place;
    private final FlawTally flaws;
    private final List<String> told = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> setAside = new HashSet<>();
    private long read;
    private long news;
    private long changed;
    private long unchanged;
    private long deleted;
    private long flawed;
    private long quarantined;
    private long unidentified;
    private boolean complete;

    SourceReport(ConfiguredSource source) {
        this.source = source.source().name();
        this.place = source.place();
        this.flaws = new FlawTally(source);
    }

    void read(long rows) {
        read += rows;
    }

    void kept(long asNew, long asChanged, long asUnchanged) {
        news += asNew;
        changed += asChanged;
        unchanged += asUnchanged;
    }

    void flawed(long line, Collection<Flaw> found) {
        if (!found.isEmpty()) {
            flawed++;
            flaws.add(line, found);
        }
    }

    void quarantined(QuarantinedRow row) {
        quarantined++;
        String id = row.id();
        if (id == null) {
            unidentified++;
        } else {
            setAside.add(id);
        }
        if (told.size() < TOLD) {
            told.add(place + ":" + row.line() + ": " + row.reason());
        }
    }

    void deleted(long records) {
        deleted += records;
    }

    /** The source was read to its end: what it did not have is gone there. */
    void completed() {
        complete = true;
    }

    /** Something is wrong: the run ends with exit code 1. */
    void failed(String message) {
        failures.add(message);
    }

    /** Something to know. */
    void note(String message) {
        notes.add(message);
    }

    String source() {
        return source;
    }

    long readRows() {
        return read;
    }

    long newRecords() {
        return news;
    }

    long goodRows() {
        return read - quarantined;
    }

    boolean isComplete() {
        return complete;
    }

    /** Rows set aside whose identifier cannot be read: any absent record may be one of them. */
    long unidentifiedRows() {
        return unidentified;
    }

    /** Whether a row of that identifier is there, though set aside. */
    boolean hasSetAside(String id) {
        return setAside.contains(id);
    }

    List<String> failures() {
        return failures;
    }

    /** What stderr tells besides failures. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(notes);
        if (flawed > 0) {
            remarks.add(source + ": " + flawed + " records have a flawed value, which is not matched on");
            flaws.lines().forEach(line -> remarks.add("  " + line));
        }
        if (quarantined > 0) {
            remarks.add(source + ": " + quarantined + " rows are quarantined");
            told.forEach(line -> remarks.add("  " + line));
            if (quarantined > told.size()) {
                remarks.add("  and " + (quarantined - told.size()) + " more");
            }
        }
        return remarks;
    }

    long[] figures() {
        return new long[] {read, news, changed, unchanged, deleted, flawed, quarantined};
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        long[] figures = figures();
        for (int i = 0; i < figures.length; i++) {
            counts.put(PullReport.FIGURES.get(i), figures[i]);
        }
        return counts;
    }

    JsonLine json() {
        JsonLine line = new JsonLine().with("source", source);
        long[] figures = figures();
        for (int i = 0; i < figures.length; i++) {
            line.with(PullReport.FIGURES.get(i), figures[i]);
        }
        return line.withTexts("failures", failures).withTexts("notes", notes).with("flaws", flaws.json());
    }
}
