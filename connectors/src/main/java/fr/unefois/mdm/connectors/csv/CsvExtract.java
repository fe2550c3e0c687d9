package fr.unefois.mdm.connectors.csv;

import fr.unefois.mdm.connectors.Columns;
import fr.unefois.mdm.connectors.Extract;
import fr.unefois.mdm.connectors.Rows;
import fr.unefois.mdm.connectors.UnreadableSource;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One delimited text file. */
record CsvExtract(Path file, CsvLayout layout) implements Extract {
    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Rows read(Columns columns) {
        if (!Files.exists(file)) {
            throw new UnreadableSource(file + ": there is no such file; check `connector.file`, or the export");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableSource(file + ": is not a file; name one in `connector.file`");
        }
        try {
            FileSniffer.refuseWhatIsNoText(file);
            return new CsvRows(file, layout, columns);
        } catch (AccessDeniedException e) {
            throw new UnreadableSource(file + ": may not be read; give this user the right to read it");
        } catch (IOException e) {
            throw new UnreadableSource(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }
}
