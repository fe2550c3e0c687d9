package fr.unefois.mdm.connectors.csv;

import fr.unefois.mdm.connectors.Columns;
import fr.unefois.mdm.connectors.Row;
import fr.unefois.mdm.connectors.Rows;
import fr.unefois.mdm.connectors.csv.LineScanner.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of one file, from its header to its end. */
final class CsvRows implements Rows {
    private final LineScanner lines;
    private final long size;
    private final LineQueue queue;
    private final RowReader reader;
    private @Nullable Row next;

    CsvRows(Path file, CsvLayout layout, Columns columns) throws IOException {
        size = Files.size(file);
        lines = new LineScanner(Files.newInputStream(file));
        try {
            RecordParser parser = new RecordParser(layout);
            Header header = new HeaderReader(file, layout, parser).read(lines, columns);
            queue = new LineQueue(lines);
            reader = new RowReader(layout, parser, header, columns);
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            Line line = queue.take();
            if (line == null) {
                return false;
            }
            next = reader.read(line, queue);
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = null;
        return row;
    }

    @Override
    public double progress() {
        return Math.min(1, lines.bytesRead() / (double) Math.max(1, size));
    }

    @Override
    public void close() {
        lines.close();
    }
}
