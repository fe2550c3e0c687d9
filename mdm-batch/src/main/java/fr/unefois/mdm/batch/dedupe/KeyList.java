package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.record.SourceKey;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/** The keys of the rows of all files, made when they are asked for: kept, they would weigh as much as all else. */
final class KeyList extends AbstractList<SourceKey> implements RandomAccess {
    private final List<FileKeys> files;
    private final Map<Integer, String> repeated;
    private final int size;

    KeyList(List<FileKeys> files, Map<Integer, String> repeated) {
        this.files = List.copyOf(files);
        this.repeated = Map.copyOf(repeated);
        this.size = files.stream().mapToInt(FileKeys::rows).sum();
    }

    /** The key of a row whose id another row of its source has. */
    static SourceKey another(String source, String id, int row) {
        return new SourceKey(source, id + Keys.ANOTHER + (row + 1));
    }

    @Override
    public SourceKey get(int row) {
        Objects.checkIndex(row, size);
        int at = files.size() - 1;
        while (files.get(at).before() > row) {
            at--;
        }
        FileKeys file = files.get(at);
        String source = file.source(row - file.before());
        String given = repeated.get(row);
        return given == null ? new SourceKey(source, file.id(row - file.before())) : another(source, given, row);
    }

    @Override
    public int size() {
        return size;
    }
}
