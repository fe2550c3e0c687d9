package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.compare.Tally.Counts;
import fr.unefois.mdm.record.Attribute;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Frequencies as compressed bytes: kinds, attributes, cells of given names, namesakes, each with its number before it. */
final class FrequencyFile {
    /** Says what the bytes are, and in which form. */
    private static final int FORM = 0x46524551;

    private FrequencyFile() {}

    private interface Value<T> {
        void write(DataOutputStream to, T value) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInputStream from) throws IOException;
    }

    static byte[] bytes(Tally tally) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream to = new DataOutputStream(new GZIPOutputStream(bytes))) {
            to.writeInt(FORM);
            Map<String, Counts> kinds = new TreeMap<>();
            tally.counts().forEach((kind, counted) -> kinds.put(kind.name(), counted));
            write(to, kinds, FrequencyFile::write);
            Map<String, Counts> attributes = new TreeMap<>();
            tally.others().forEach((attribute, counted) -> attributes.put(attribute.name(), counted));
            write(to, attributes, FrequencyFile::write);
            write(to, tally.cells(), FrequencyFile::write);
            write(to, tally.cellTotals());
            write(to, tally.namesakes(), DataOutputStream::writeInt);
            to.writeInt(tally.people());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Tally read(byte[] bytes) {
        try (DataInputStream from = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            if (from.readInt() != FORM) {
                throw new IllegalArgumentException("these bytes are no frequencies");
            }
            Map<Kind, Counts> counts = new TreeMap<>();
            read(from, FrequencyFile::counts).forEach((kind, counted) -> counts.put(Kind.valueOf(kind), counted));
            Map<Attribute, Counts> others = new TreeMap<>();
            read(from, FrequencyFile::counts)
                    .forEach((name, counted) -> others.put(Attribute.named(name).orElseThrow(), counted));
            Map<String, int[]> cells = read(from, FrequencyFile::cell);
            return new Tally(
                    counts,
                    others,
                    cells,
                    cell(from),
                    Map.copyOf(read(from, DataInputStream::readInt)),
                    from.readInt());
        } catch (IOException e) {
            throw new IllegalArgumentException("these bytes are no frequencies, or not all of them", e);
        }
    }

    /** In the order of the values: equal frequencies have equal bytes. */
    private static <T> void write(DataOutputStream to, Map<String, T> values, Value<T> each) throws IOException {
        to.writeInt(values.size());
        for (Map.Entry<String, T> one : new TreeMap<>(values).entrySet()) {
            to.writeUTF(one.getKey());
            each.write(to, one.getValue());
        }
    }

    private static <T> Map<String, T> read(DataInputStream from, Reader<T> each) throws IOException {
        Map<String, T> values = new HashMap<>();
        for (int left = from.readInt(); left > 0; left--) {
            values.put(from.readUTF(), each.read(from));
        }
        return values;
    }

    private static void write(DataOutputStream to, Counts counted) throws IOException {
        to.writeLong(counted.total());
        write(to, counted.byValue(), DataOutputStream::writeInt);
    }

    private static Counts counts(DataInputStream from) throws IOException {
        long total = from.readLong();
        return new Counts(read(from, DataInputStream::readInt), total);
    }

    private static void write(DataOutputStream to, int[] cell) throws IOException {
        for (int count : cell) {
            to.writeInt(count);
        }
    }

    private static int[] cell(DataInputStream from) throws IOException {
        int[] cell = new int[Frequencies.CELLS];
        for (int i = 0; i < cell.length; i++) {
            cell[i] = from.readInt();
        }
        return cell;
    }
}
