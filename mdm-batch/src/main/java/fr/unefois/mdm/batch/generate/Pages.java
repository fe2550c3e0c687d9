package fr.unefois.mdm.batch.generate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of one quarter as bytes, one page for each file of {@link TownFiles}. */
record Pages(List<byte[]> bytes, int citizens, int rows) {
    static final String UNIFIED_HEADER =
            "source,source_id,birth_family_name,usual_family_name,given_names,sex,birth_date,birth_place_code,"
                    + "birth_country_code,email,phone,address_line,postcode,city,city_code,citizen_id\n";
    static final String TRUTH_HEADER = "source,source_id,citizen_id\n";

    static Pages of(List<Entry> entries, int citizens, int digits) {
        List<StringBuilder> sources = new ArrayList<>();
        SourceSystem.ALL.forEach(system -> sources.add(new StringBuilder(1 << 16)));
        StringBuilder all = new StringBuilder(entries.size() * 128);
        StringBuilder truth = new StringBuilder(entries.size() * 32);
        for (Entry entry : entries) {
            entry.system.layout.write(entry, sources.get(entry.system.number));
            String citizen = SourceIds.padded("C", entry.citizen, digits);
            writeUnified(entry, citizen, all);
            truth.append(entry.system.id).append(',').append(entry.sourceId);
            truth.append(',').append(citizen).append('\n');
        }
        List<byte[]> bytes = new ArrayList<>();
        SourceSystem.ALL.forEach(system -> bytes.add(bytes(sources.get(system.number), system.layout.charset)));
        bytes.add(bytes(all, StandardCharsets.UTF_8));
        bytes.add(bytes(truth, StandardCharsets.UTF_8));
        return new Pages(bytes, citizens, entries.size());
    }

    private static void writeUnified(Entry entry, String citizen, StringBuilder all) {
        all.append(entry.system.id).append(',').append(entry.sourceId);
        for (Field field : Field.values()) {
            all.append(',');
            Layout.quoted(entry.get(field), ',', all);
        }
        all.append(',').append(citizen).append('\n');
    }

    private static byte[] bytes(StringBuilder page, Charset charset) {
        return page.toString().getBytes(charset);
    }
}
