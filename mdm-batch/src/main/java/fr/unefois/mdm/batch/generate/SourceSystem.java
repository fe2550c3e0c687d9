package fr.unefois.mdm.batch.generate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One of the nine systems of the town: whom it knows, how carefully it is kept, and how it lays out its export. */
final class SourceSystem {
    static final List<SourceSystem> ALL = read();

    final int number;
    final String id;
    final String prefix;

    /** How carelessly it is kept, where 1 is a counter of the town hall on an ordinary day. */
    final double carelessness;

    /** The share of entries that were asked for the date of birth. */
    final double datesAsked;

    /** The share of citizens with a usage name whose two names were both entered. */
    final double bothNames;

    /** The share of the others who were entered by the usage name. */
    final double byUsageName;

    /** Whether all given names are entered, or the first alone. */
    final boolean allGivenNames;

    final Layout layout;
    final Set<Field> fields = EnumSet.noneOf(Field.class);
    private final int[] knownInAThousand;

    private SourceSystem(WordLists lists, String id, int number) {
        this.number = number;
        this.id = id;
        prefix = lists.word(id, "prefix");
        carelessness = lists.number(id, "careless") / 100.0;
        datesAsked = lists.number(id, "dates") / 100.0;
        bothNames = lists.number(id, "slots") / 100.0;
        byUsageName = lists.number(id, "usage") / 100.0;
        allGivenNames = lists.word(id, "given").equals("all");
        layout = new Layout(lists, id);
        for (Field field : Field.values()) {
            if (layout.holds(field)) {
                fields.add(field);
            }
        }
        knownInAThousand =
                lists.words(id, "known").stream().mapToInt(Integer::parseInt).toArray();
    }

    private static List<SourceSystem> read() {
        WordLists lists = WordLists.read("sources.txt");
        List<SourceSystem> systems = new ArrayList<>();
        lists.sections().forEach(id -> systems.add(new SourceSystem(lists, id, systems.size())));
        return List.copyOf(systems);
    }

    static SourceSystem named(String id) {
        return ALL.stream().filter(system -> system.id.equals(id)).findAny().orElseThrow();
    }

    /** The probability that the source knows a citizen of this age. */
    double knows(int age) {
        int group = age < 18 ? (age >= 3 && age <= 11 ? 0 : 1) : age >= 24 && age <= 47 ? 2 : 3;
        return knownInAThousand[group] / 1000.0;
    }
}
