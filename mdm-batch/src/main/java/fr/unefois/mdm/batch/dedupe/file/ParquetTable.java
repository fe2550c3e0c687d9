package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file. Its columns are the leaves of its schema: {@code address.city} for a field of a structure, the values
 * of a list in one text with commas between them. One row group at a time is in memory.
 */
final class ParquetTable implements Table {
    private static final String MAGIC = "PAR1";
    /** The footer's length and the magic after it. */
    private static final int TAIL = 8;

    private final Path path;
    private final FileMetaData footer;
    private final MessageType schema;
    private final Names names;

    private ParquetTable(Path path, FileMetaData footer, MessageType schema) {
        this.path = path;
        this.footer = footer;
        this.schema = schema;
        this.names =
                Names.of(schema.getColumns().stream().map(ParquetSchema::name).toList());
    }

    static boolean isOne(Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] magic = new byte[MAGIC.length()];
            return file.length() > magic.length && file.read(magic) == magic.length && isMagic(magic, 0);
        } catch (IOException e) {
            throw UnreadableFile.because(path, e);
        }
    }

    private static boolean isMagic(byte[] bytes, int at) {
        return new String(bytes, at, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC);
    }

    static ParquetTable of(Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = bytes(file, Math.max(0, file.length() - TAIL), TAIL);
            int length = (tail[0] & 0xFF) | (tail[1] & 0xFF) << 8 | (tail[2] & 0xFF) << 16 | (tail[3] & 0xFF) << 24;
            long start = file.length() - TAIL - length;
            if (!isMagic(tail, 4) || length <= 0 || start < 0) {
                throw new UnreadableFile(path, "is a Parquet file that was cut off; copy it again");
            }
            FileMetaData footer = Util.readFileMetaData(new java.io.ByteArrayInputStream(bytes(file, start, length)));
            return new ParquetTable(path, footer, ParquetSchema.read(path, footer.getSchema()));
        } catch (IOException e) {
            throw UnreadableFile.because(path, e);
        }
    }

    private static byte[] bytes(RandomAccessFile file, long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public String format() {
        return "Parquet";
    }

    @Override
    public List<String> header() {
        return names.header();
    }

    @Override
    public boolean headed() {
        return true;
    }

    @Override
    public List<String> remarks() {
        return names.remarks();
    }

    @Override
    public Uneven rows(Row each, Read read) {
        long before = 0;
        long bytes = 0;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            for (RowGroup group : footer.getRow_groups()) {
                rows(file, group, each, before);
                before += group.getNum_rows();
                bytes += group.getTotal_compressed_size();
                read.bytes(bytes);
            }
        } catch (IOException e) {
            throw UnreadableFile.because(path, e);
        } catch (RuntimeException e) {
            if (e instanceof UnreadableFile || e.getClass().getPackageName().startsWith("fr.unefois")) {
                throw e;
            }
            throw new UnreadableFile(
                    path,
                    "cannot be read after row " + before + ": " + e.getClass().getSimpleName() + "; write it again");
        }
        return new Uneven(0, List.of());
    }

    private void rows(RandomAccessFile file, RowGroup group, Row each, long before) throws IOException {
        List<ColumnDescriptor> columns = schema.getColumns();
        ParquetPages.Group pages = new ParquetPages.Group(group.getNum_rows());
        for (int i = 0; i < columns.size(); i++) {
            ColumnChunk chunk = group.getColumns().get(i);
            pages.add(columns.get(i), ParquetPages.of(path, file, columns.get(i), chunk.getMeta_data()));
        }
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(
                pages, new ParquetSchema.Leaves(schema), schema, String.valueOf(footer.getCreated_by()));
        List<ColumnReader> readers = new ArrayList<>();
        columns.forEach(column -> readers.add(store.getColumnReader(column)));
        List<ParquetText> texts = columns.stream().map(ParquetText::of).toList();
        for (long row = 0; row < group.getNum_rows(); row++) {
            String[] values = new String[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = next(readers.get(i), columns.get(i).getMaxDefinitionLevel(), texts.get(i));
            }
            each.take(values, before + row + 1);
        }
    }

    /** What a column has for one row: one value, none, or those of a list. */
    private static String next(ColumnReader reader, int defined, ParquetText text) {
        StringBuilder several = null;
        String one = "";
        do {
            if (reader.getCurrentDefinitionLevel() == defined) {
                String value = text.read(reader);
                if (several != null) {
                    several.append(", ").append(value);
                } else if (one.isEmpty()) {
                    one = value;
                } else {
                    several = new StringBuilder(one).append(", ").append(value);
                }
            }
            reader.consume();
        } while (reader.getCurrentRepetitionLevel() > 0);
        return several == null ? one : several.toString();
    }
}
