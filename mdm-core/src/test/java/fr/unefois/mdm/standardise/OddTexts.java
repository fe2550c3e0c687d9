package fr.unefois.mdm.standardise;

import java.util.List;
import java.util.Random;

/** Texts as no one should type them, the same for the same seed. */
final class OddTexts {
    private static final List<String> PIECES = List.of(
            "DUPONT",
            "d'",
            "L’",
            "SAINT",
            "Ste",
            "-",
            "--",
            "—",
            " ",
            "  ",
            "\u00a0",
            "\u200b",
            "\t",
            "\n",
            "Œ",
            "ß",
            "É",
            "e\u0301",
            "İ",
            "ŉ",
            "ﬁ",
            "ǅ",
            "王",
            "小明",
            "한국",
            "שלום",
            "محمد",
            "Шевченко",
            "ὈΔΥΣΣΕΎΣ",
            "ς",
            "ქ",
            "𝐀",
            "😀",
            "\ud83d",
            "\udc00",
            "\u0000",
            "\uffff",
            "\u202e",
            "1",
            "12",
            "12 BIS",
            "57000",
            "2A004",
            "99352",
            "1960",
            "01/01",
            "/",
            ".",
            ",",
            ";",
            "@",
            "gmail.com",
            "+33",
            "06",
            "0033",
            "(0)",
            "RUE",
            "BAT A",
            "RESIDENCE",
            "Metz",
            "LYON",
            "3e",
            "CEDEX",
            "PARIS",
            "X",
            "SP",
            "SANS",
            "PRENOM",
            "INCONNU",
            "NEE",
            "MME",
            "DE",
            "LA",
            "VAN",
            "O",
            "J-P",
            "JEAN",
            "Jean-Pierre",
            "'",
            "`",
            "²",
            "½",
            "٣",
            "Ⅻ",
            "№",
            "&",
            "%");

    private final Random random;

    OddTexts(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces >= 0; pieces--) {
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            if (random.nextInt(3) == 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }
}
