package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Codes;
import fr.unefois.mdm.batch.dedupe.file.Dictionary;
import fr.unefois.mdm.record.SourceKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The keys of the rows. Two rows with one id stay two records: the later one's key is made another. */
final class Keys {
    static final String ANOTHER = "#";

    /** Whether two files may have rows of one source. */
    private final boolean sourcesOverlap;

    /** Of the sources of all files so far, by name, the one object. */
    private final Map<String, String> sources = new HashMap<>();

    private final List<FileKeys> files = new ArrayList<>();
    private final Set<SourceKey> met = new HashSet<>();
    private final Map<Integer, String> repeated = new HashMap<>();

    Keys(List<Columns> files) {
        Set<String> names = new HashSet<>();
        boolean told = false;
        for (Columns file : files) {
            told |= file.source() >= 0;
            names.add(name(file.table().path()));
        }
        this.sourcesOverlap = files.size() > 1 && (told || names.size() < files.size());
    }

    /** The ids of the rows whose key is another, by row. */
    Map<Integer, String> repeated() {
        return repeated;
    }

    /** Of all rows that were added. */
    List<SourceKey> all() {
        return new KeyList(files, repeated);
    }

    /**
     * Adds the rows of one file.
     *
     * @param before how many rows the files before it have
     */
    void add(Columns columns, Coded coded, int before) {
        Coded.Column ids = columns.id() < 0 ? null : coded.columns().get(columns.id());
        Coded.Column named = columns.source() < 0 ? null : coded.columns().get(columns.source());
        List<String> names = named == null
                ? List.of(one(name(columns.table().path())))
                : IntStream.range(0, named.dictionary().size())
                        .mapToObj(code -> one(named.dictionary().text(code)))
                        .toList();
        FileKeys file = new FileKeys(names, named, ids, before, coded.rows());
        files.add(file);
        if (ids != null) {
            findRepeated(file, ids);
        }
    }

    private void findRepeated(FileKeys file, Coded.Column ids) {
        boolean[] doubtful = doubtful(ids);
        for (int row = 0; row < file.rows(); row++) {
            if (!doubtful[ids.codes().get(row)]) {
                continue;
            }
            SourceKey key = new SourceKey(file.source(row), file.id(row));
            if (!met.add(key)) {
                int position = file.before() + row;
                repeated.put(position, key.id());
                met.add(KeyList.another(key.source(), key.id(), position));
            }
        }
    }

    private String one(String name) {
        return sources.computeIfAbsent(name, absent -> absent);
    }

    /** Of each id whether another row may have it, or one that is made from another id. */
    private boolean[] doubtful(Coded.Column ids) {
        Dictionary texts = ids.dictionary();
        boolean[] seen = new boolean[texts.size()];
        boolean[] doubtful = new boolean[texts.size()];
        Codes codes = ids.codes();
        for (int row = 0; row < codes.size(); row++) {
            int code = codes.get(row);
            doubtful[code] |= seen[code] || sourcesOverlap;
            seen[code] = true;
        }
        if (codes.size() > texts.size()) {
            for (int code = 0; code < doubtful.length; code++) {
                doubtful[code] |= texts.text(code).contains(ANOTHER);
            }
        }
        return doubtful;
    }

    private static String name(Path path) {
        String name = String.valueOf(path.getFileName());
        int end = name.indexOf('.');
        return end > 0 ? name.substring(0, end) : name;
    }
}
