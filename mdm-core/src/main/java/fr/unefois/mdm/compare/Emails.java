package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardRecord;
import org.jspecify.annotations.Nullable;

/** E-mail addresses: one in common counts; the same name at another provider, or one slip, is partial agreement. */
final class Emails implements Comparison {
    static final String NAME = "emails";
    /** A shorter name before the @ is anybody's. */
    private static final int TELLING = 6;

    /** A shorter given name is in any word. */
    private static final int NAMING = 3;

    private static final double CLOSE = 0.9;

    private final Frequencies frequencies;
    private final Level exact;
    private final Level similar;
    private final Level spelled;
    private final Level close;
    private final Level different;

    Emails(Weights weights, Frequencies frequencies) {
        this.frequencies = frequencies;
        exact = weights.level(NAME, "exact");
        similar = weights.level(NAME, "similar");
        spelled = weights.level(NAME, "spelled");
        close = weights.level(NAME, "close");
        different = weights.level(NAME, "different");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Truths truths() {
        return Truths.TWO;
    }

    @Override
    public Evidence compare(StandardRecord left, StandardRecord right) {
        Evidence best = null;
        for (String a : left.emails()) {
            for (String b : right.emails()) {
                Evidence evidence = mailbox(a).equals(mailbox(b))
                        ? exact.evidence(Math.min(frequencies.bits(Kind.EMAIL, a), frequencies.bits(Kind.EMAIL, b)))
                        : nearly(a, b, left, right).evidence();
                best = Evidence.stronger(best, evidence);
            }
        }
        return best == null ? Level.missing(NAME) : best;
    }

    private Level nearly(String a, String b, StandardRecord left, StandardRecord right) {
        if (!near(a, b)) {
            return JaroWinkler.similarity(a, b) >= CLOSE ? close : different;
        }
        // Who is called alike spells alike: what the names said already is not said again, not with a slip either.
        boolean byName = spellsName(a, left, right) && spellsName(b, left, right);
        return byName && !sameNumber(local(a), local(b)) ? spelled : similar;
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

    private static boolean spellsName(String email, StandardRecord left, StandardRecord right) {
        StringBuilder letters = new StringBuilder();
        String local = local(email);
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters.append((char) (c - 'a' + 'A'));
            }
        }
        String spelled = letters.toString();
        return spells(spelled, left) || spells(spelled, right);
    }

    private static boolean spells(String letters, StandardRecord record) {
        return spells(letters, record.birthName())
                || spells(letters, record.usageName())
                || record.givenNames().stream()
                        .map(GivenName::folded)
                        .anyMatch(name -> name.length() >= NAMING && letters.contains(name));
    }

    private static boolean spells(String letters, @Nullable FamilyName name) {
        return name != null
                && (letters.contains(name.folded())
                        || letters.contains(name.parts().get(0)));
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
