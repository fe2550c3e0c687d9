package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hélène Le Guennec, citizen 1 of every town, whatever its seed and its errors. Born on 11 April 1986 in Quimper, she goes
 * by her husband's name, Berthier. She moved from Échirolles to Grenoble and told the portal and the electoral roll only.
 * Eight sources know her: by one name, by the other or by both, as LE GUENEC, Bertier, Héléne, with day and month
 * exchanged, without a date. Her contact in the customer relations is so poor that it is a steward's case. Thomas Berthier
 * is citizen 2; the twins Maëlle and Capucine, at the canteen, are 3 and 4.
 */
public final class Heroine {
    public static final int CITIZEN = 1;
    public static final int HUSBAND = 2;
    public static final int CHILD = 3;
    public static final int TWIN = 4;

    /** So many citizens live in the first household. */
    public static final int HOUSEHOLD = 4;

    public static final SourceKey ETATCIVIL = new SourceKey("etatcivil", "ETA-0000001");
    public static final SourceKey ELECTIONS = new SourceKey("elections", "ELE-0000001");
    public static final SourceKey PORTAIL = new SourceKey("portail", "POR-0000001");
    public static final SourceKey CANTINE = new SourceKey("cantine", "CAN-0000001");
    public static final SourceKey MEDIATHEQUE = new SourceKey("mediatheque", "MED-0000001");
    public static final SourceKey EAU = new SourceKey("eau", "EAU-0000001");
    public static final SourceKey CCAS = new SourceKey("ccas", "CCA-0000001");
    public static final SourceKey CRM = new SourceKey("crm", "CRM-0000001");

    /** Bertier, Helene, the old address misspelt and nothing else: safe linking leaves it to a steward, and it is hers. */
    public static final SourceKey DOUBTFUL = CRM;

    /** Her daughter Maëlle at the canteen, and Maëlle's twin Capucine. */
    public static final SourceKey CHILD_AT_THE_CANTEEN = new SourceKey("cantine", "CAN-0000003");

    public static final SourceKey TWIN_AT_THE_CANTEEN = new SourceKey("cantine", "CAN-0000004");

    private Heroine() {}

    /** All source records of the first household, in their citizens' order, with the true citizen of each. */
    public static Map<SourceKey, Integer> household() {
        Map<SourceKey, Integer> household = new LinkedHashMap<>();
        entries(7).forEach(entry -> household.put(entry.key(), entry.citizen));
        return household;
    }

    static List<Entry> entries(int digits) {
        WordLists lists = WordLists.read("heroine.txt");
        List<Entry> entries = new ArrayList<>();
        for (String person : lists.sections()) {
            lists.section(person).forEach((key, words) -> entries.add(entry(key, words.get(0), digits)));
        }
        return entries;
    }

    private static Entry entry(String key, String line, int digits) {
        String[] words = key.split("-", -1);
        SourceSystem system = SourceSystem.named(words[0]);
        Entry entry = new Entry(
                system,
                SourceIds.padded(system.prefix + "-", Integer.parseInt(words[1]), digits),
                Integer.parseInt(words[2]));
        String[] values = line.split("\\|", -1);
        int i = 0;
        for (Field field : Field.values()) {
            entry.set(field, values[i++].strip().replace('_', ','));
        }
        return entry;
    }
}
