package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.file.Codes;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.AttributeReader;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Puts the parts of one file's records together. */
final class Assembly {
    private final Parts parts;
    private final SourceKey[] keys;

    Assembly(Parts parts, SourceKey[] keys) {
        this.parts = parts;
        this.keys = keys;
    }

    void into(StandardRecord[] records, int from) {
        IntStream.range(0, (keys.length + Codes.PAGE - 1) / Codes.PAGE)
                .parallel()
                .forEach(page -> new Page(page).into(records, from));
    }

    /** Some rows, with the numbers of what they say. */
    private final class Page {
        private final int first;
        private final int rows;
        private final int[] birthNames;
        private final int[] usageNames;
        private final int[] formerNames;
        private final int[] givenNames;
        private final int[] sexes;
        private final int[] origins;
        private final int[] birthDates;
        private final int[] emails;
        private final int[] phones;
        private final int[] addresses;

        Page(int page) {
            this.first = page * Codes.PAGE;
            this.rows = Math.min(Codes.PAGE, keys.length - first);
            this.birthNames = codes(parts.birthNames, page);
            this.usageNames = codes(parts.usageNames, page);
            this.formerNames = codes(parts.formerNames, page);
            this.givenNames = codes(parts.givenNames, page);
            this.sexes = codes(parts.sexes, page);
            this.origins = codes(parts.origins, page);
            this.birthDates = codes(parts.birthDates, page);
            this.emails = codes(parts.emails, page);
            this.phones = codes(parts.phones, page);
            this.addresses = codes(parts.addresses, page);
        }

        private static int[] codes(Part<?> part, int page) {
            int[] codes = new int[Codes.PAGE];
            part.codes().page(page, codes);
            return codes;
        }

        void into(StandardRecord[] records, int from) {
            for (int row = 0; row < rows; row++) {
                records[from + first + row] = record(row);
            }
        }

        private StandardRecord record(int row) {
            FamilyName birthName = parts.birthNames.value(birthNames[row]);
            FamilyName usageName = parts.usageNames.value(usageNames[row]);
            AttributeReader.Origin origin = Objects.requireNonNull(parts.origins.value(origins[row]));
            return new StandardRecord(
                    keys[first + row],
                    birthName,
                    birthName != null && birthName.equals(usageName) ? null : usageName,
                    Objects.requireNonNullElse(parts.formerNames.value(formerNames[row]), List.of()),
                    Objects.requireNonNullElse(parts.givenNames.value(givenNames[row]), List.of()),
                    Objects.requireNonNullElse(parts.sexes.value(sexes[row]), Sex.UNKNOWN),
                    parts.birthDates.value(birthDates[row]),
                    origin.place(),
                    origin.country(),
                    Objects.requireNonNullElse(parts.emails.value(emails[row]), List.of()),
                    Objects.requireNonNullElse(parts.phones.value(phones[row]), List.of()),
                    Objects.requireNonNullElse(parts.addresses.value(addresses[row]), List.of()),
                    others(row));
        }

        private Map<Attribute, String> others(int row) {
            if (parts.others.isEmpty()) {
                return Map.of();
            }
            Map<Attribute, String> others = new HashMap<>();
            parts.others.forEach((attribute, part) -> {
                String words = part.value(part.codes().get(first + row));
                if (words != null && !words.isEmpty()) {
                    others.put(attribute, words);
                }
            });
            return others;
        }
    }
}
