package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.ListColumn;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.List;

/**
 * How rare it is that two people share a first given name, in thousandths of a bit: among those of their sex and decade
 * of birth, and among those of their family name, where namesakes are known.
 */
final class SharedNameBits {
    private static final int NO_NAMESAKE = PairCache.MOST;

    private final NamedColumns people;
    private final Columns columns;
    private final ListColumn<GivenName> lists;
    private final CodeBits byCell;
    private final CodeBits first;
    private final CodeBits two;
    private final CodeBits family;
    private final PairCache namesakes;

    SharedNameBits(Frequencies frequencies, NamedColumns people) {
        this.people = people;
        this.columns = people.columns();
        this.lists = columns.givenNames();
        Dictionary<GivenName> names = lists.values();
        Dictionary<List<GivenName>> known = lists.lists();
        int cells = Frequencies.CELLS + 1;
        byCell = new CodeBits(
                names.size() * cells,
                at -> frequencies.givenNameBits(names.value(at / cells).folded(), at % cells - 1));
        first = new CodeBits(
                known.size(),
                code -> frequencies.bits(
                        Kind.GIVEN_NAME, known.value(code).get(0).folded()));
        two = new CodeBits(
                known.size(),
                code -> frequencies.bits(
                        Kind.TWO_GIVEN_NAMES,
                        known.value(code).get(0).folded()
                                + ' '
                                + known.value(code).get(1).folded()));
        family = new CodeBits(
                columns.familyNames().size(),
                code -> frequencies.bits(
                        Kind.FAMILY_NAME, columns.familyNames().value(code).folded()));
        namesakes = new PairCache(
                names.size(),
                columns.familyNames().size(),
                (given, name) -> Math.min(
                        NO_NAMESAKE,
                        frequencies.namesakeBits(
                                names.value(given).folded(),
                                columns.familyNames().value(name).folded())));
    }

    /** Of the first given name that both records have. */
    int of(int left, int right) {
        int name = lists.elements(lists.code(left))[0];
        int cell = Frequencies.cell(sex(left, right), year(left, right)) + 1;
        int bits = byCell.of(name * (Frequencies.CELLS + 1) + cell);
        return Math.min(bits, ofNamesakes(name, left, right));
    }

    /** What the given name adds to an equal family name, where namesakes are known. */
    private int ofNamesakes(int name, int left, int right) {
        int least = Integer.MAX_VALUE;
        for (int ours : people.familyNames(left)) {
            for (int theirs : people.familyNames(right)) {
                if (ours == theirs || people.sameFolded(ours, theirs)) {
                    int bits = namesakes.of(name, ours);
                    least = bits == NO_NAMESAKE ? least : Math.min(least, bits - family.of(ours));
                }
            }
        }
        return Math.max(0, least);
    }

    /** Of the first two names of a list, where it has two. */
    int ofTwo(int list) {
        return two.of(list);
    }

    /** Of the first name of a list. */
    int ofFirst(int list) {
        return first.of(list);
    }

    private Sex sex(int left, int right) {
        Sex ours = columns.sex(left);
        Sex theirs = columns.sex(right);
        if (ours == theirs || theirs == Sex.UNKNOWN) {
            return ours;
        }
        return ours == Sex.UNKNOWN ? theirs : Sex.UNKNOWN;
    }

    /** A year of birth whose decade both share, or 0. */
    private int year(int left, int right) {
        int ours = year(left);
        int theirs = year(right);
        if (ours == 0 || theirs == 0) {
            return Math.max(ours, theirs);
        }
        return ours / 10 == theirs / 10 ? ours : 0;
    }

    private int year(int record) {
        int code = columns.birthDates().code(record);
        if (code == ValueColumn.NONE) {
            return 0;
        }
        PartialDate date = columns.birthDates().values().value(code);
        return date.year();
    }
}
