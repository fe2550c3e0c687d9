package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Codes;
import fr.unefois.mdm.batch.dedupe.file.Dictionary;
import fr.unefois.mdm.record.SourceKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of the rows. Two rows with one id stay two records: the later one's key is made another. */
final class Keys {
    private static final String ANOTHER = "#";

    /** Of the sources of all files so far, by name, the one object. */
    private final Map<String, String> sources = new HashMap<>();

    private final Set<SourceKey> met = new HashSet<>();
    private final Map<Integer, String> repeated = new HashMap<>();

    /** The ids of the rows whose key is another, by row. */
    Map<Integer, String> repeated() {
        return repeated;
    }

    /**
     * The keys of one file's rows.
     *
     * @param before how many rows the files before it have
     * @param others whether other files may have rows of the same sources
     */
    SourceKey[] of(Columns columns, Coded coded, int before, boolean others) {
        Coded.Column ids = columns.id() < 0 ? null : coded.columns().get(columns.id());
        Coded.Column named = columns.source() < 0 ? null : coded.columns().get(columns.source());
        String[] names = names(columns, named);
        boolean[] doubtful = ids == null ? new boolean[0] : doubtful(ids, others);
        SourceKey[] keys = new SourceKey[coded.rows()];
        for (int row = 0; row < keys.length; row++) {
            String source = names[named == null ? 0 : named.codes().get(row)];
            if (ids == null) {
                keys[row] = new SourceKey(source, Integer.toString(before + row + 1));
                continue;
            }
            int code = ids.codes().get(row);
            keys[row] = new SourceKey(source, ids.dictionary().text(code));
            if (doubtful[code] && !met.add(keys[row])) {
                repeated.put(before + row, keys[row].id());
                keys[row] = new SourceKey(source, keys[row].id() + ANOTHER + (before + row + 1));
                met.add(keys[row]);
            }
        }
        return keys;
    }

    private String[] names(Columns columns, Coded.@Nullable Column named) {
        String[] names;
        if (named == null) {
            names = new String[] {name(columns.table().path())};
        } else {
            names = new String[named.dictionary().size()];
            for (int code = 0; code < names.length; code++) {
                names[code] = named.dictionary().text(code);
            }
        }
        for (int i = 0; i < names.length; i++) {
            names[i] = sources.computeIfAbsent(names[i], name -> name);
        }
        return names;
    }

    /** Of each id whether another row may have it, or one that is made from another id. */
    private static boolean[] doubtful(Coded.Column ids, boolean others) {
        Dictionary texts = ids.dictionary();
        boolean[] met = new boolean[texts.size()];
        boolean[] doubtful = new boolean[texts.size()];
        Codes codes = ids.codes();
        for (int row = 0; row < codes.size(); row++) {
            int code = codes.get(row);
            doubtful[code] |= met[code] || others;
            met[code] = true;
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
