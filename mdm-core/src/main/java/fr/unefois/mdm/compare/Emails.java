package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.ListColumn;
import fr.unefois.mdm.standardise.ValueColumn;
import org.jspecify.annotations.Nullable;

/** E-mail addresses: one in common counts; the same name at another provider, or one slip, is partial agreement. */
final class Emails extends Comparison {
    /** A shorter name before the @ is anybody's. */
    private static final int TELLING = 6;

    /** A shorter given name is in any word. */
    private static final int NAMING = 3;

    private static final double CLOSE = 0.9;

    /** One slip apart: what that says depends on the names. */
    private static final int NEAR = 0xFE;

    private final Frequencies frequencies;
    private final int exact;
    private final int close;
    private final int different;
    private final long similar;
    private final long spelled;

    Emails(Weights weights, Frequencies frequencies) {
        super("emails", weights);
        this.frequencies = frequencies;
        exact = levels().place("exact");
        close = levels().place("close");
        different = levels().place("different");
        similar = levels().evidence(levels().place("similar"));
        spelled = levels().evidence(levels().place("spelled"));
    }

    @Override
    public Truths truths() {
        return Truths.TWO;
    }

    @Override
    Comparer over(NamedColumns people) {
        return new Mail(people);
    }

    private final class Mail implements Comparer {
        private final NamedColumns people;
        private final ListColumn<String> lists;
        private final Dictionary<String> known;
        private final CodeBits bits;
        private final PairCache levelOf;

        Mail(NamedColumns people) {
            this.people = people;
            this.lists = people.columns().emails();
            this.known = lists.values();
            bits = new CodeBits(known.size(), code -> frequencies.bits(Kind.EMAIL, known.value(code)));
            levelOf = new PairCache(known.size(), known.size(), (a, b) -> level(known.value(a), known.value(b)));
        }

        @Override
        public boolean tells(int record) {
            return lists.code(record) != ValueColumn.NONE;
        }

        @Override
        public long compare(int left, int right) {
            long best = EvidenceCode.NONE;
            for (int a : lists.of(left)) {
                for (int b : lists.of(right)) {
                    int level = a == b ? exact : levelOf.ofEither(a, b);
                    long evidence = level == exact
                            ? levels().evidence(exact, Math.min(bits.of(a), bits.of(b)))
                            : level == NEAR ? near(a, b, left, right) : levels().evidence(level);
                    best = Math.max(best, evidence);
                }
            }
            return best == EvidenceCode.NONE ? EvidenceCode.MISSING : best;
        }

        /** Who is called alike spells alike: what the names said already is not said again, not with a slip either. */
        private long near(int a, int b, int left, int right) {
            String ours = known.value(a);
            String theirs = known.value(b);
            boolean byName = spellsName(ours, left, right) && spellsName(theirs, left, right);
            return byName && !sameNumber(local(ours), local(theirs)) ? spelled : similar;
        }

        private boolean spellsName(String email, int left, int right) {
            String letters = letters(local(email));
            return spells(letters, left) || spells(letters, right);
        }

        private boolean spells(String letters, int record) {
            Columns columns = people.columns();
            return spells(letters, columns.birthNames().value(record))
                    || spells(letters, columns.usageNames().value(record))
                    || columns.givenNames().list(record).stream()
                            .map(GivenName::folded)
                            .anyMatch(name -> name.length() >= NAMING && letters.contains(name));
        }

        private boolean spells(String letters, @Nullable FamilyName name) {
            return name != null
                    && (letters.contains(name.folded())
                            || letters.contains(name.parts().get(0)));
        }
    }

    private int level(String a, String b) {
        if (mailbox(a).equals(mailbox(b))) {
            return exact;
        }
        if (near(a, b)) {
            return NEAR;
        }
        return JaroWinkler.similarity(a, b) >= CLOSE ? close : different;
    }

    private static String letters(String local) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters.append((char) (c - 'a' + 'A'));
            }
        }
        return letters.toString();
    }

    /** Two digits or more, the same: no name has them. */
    private static boolean sameNumber(String a, String b) {
        String number = digits(a);
        return number.length() >= 2 && number.equals(digits(b));
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static boolean near(String a, String b) {
        String ours = local(a);
        String theirs = local(b);
        return Edits.atMostOne(a, b)
                || (Math.min(ours.length(), theirs.length()) >= TELLING && Edits.atMostOne(ours, theirs));
    }

    /** The address without the tag after a plus (RFC 5233), which leads to the same mailbox. */
    private static String mailbox(String email) {
        int plus = email.indexOf('+');
        int at = email.indexOf('@');
        return plus > 0 && plus < at ? email.substring(0, plus) + email.substring(at) : email;
    }

    /** The name before the @. */
    private static String local(String email) {
        String mailbox = mailbox(email);
        int at = mailbox.indexOf('@');
        return at < 0 ? mailbox : mailbox.substring(0, at);
    }
}
