package fr.unefois.mdm.standardise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Letters that no decomposition takes to A–Z. Cyrillic, Greek and Arabic are spelt as French civil registries and
 * passports of these countries in their French form do: Ш as CH, У as OU.
 */
final class Transliteration {
    private static final Map<Integer, String> SPELT = new HashMap<>();

    static {
        all("Œ OE Æ AE ß SS ẞ SS Ø O Ł L Đ D Ð D Þ TH Ħ H ı I ĸ K Ŋ NG Ŧ T Ə E Ɖ D Ɓ B Ɗ D Ƒ F Ɠ G Ɣ G Ɛ E Ɔ O Ƙ K"
                + " Ƴ Y Ƀ B Ɨ I Ʉ U Ƶ Z Ɩ I Ʋ V Ɵ O Ⱥ A Ɇ E Ɍ R Ɏ Y ŉ 'N ǝ E Ơ O Ư U");
        all("А A Б B В V Г G Ґ G Ѓ G Д D Ђ DJ Е E Ё E Є IE Ж J З Z Ѕ DZ И I І I Ї I Й I Ј I К K Ќ K Л L Љ L М M Н N"
                + " Њ N О O П P Р R С S Т T Ћ TCH У OU Ў OU Ф F Х KH Ц TS Ч TCH Џ DJ Ш CH Щ CHTCH Ы Y Э E Ю IOU Я IA");
        all("Α A Β V Γ G Δ D Ε E Ζ Z Η I Θ TH Ι I Κ K Λ L Μ M Ν N Ξ X Ο O Π P Ρ R Σ S Τ T Υ Y Φ F Χ CH Ψ PS Ω O");
        all("ا A أ A إ I آ A ى A ب B ت T ث TH ج J ح H خ KH د D ذ DH ر R ز Z س S ش CH ص S ض D ط T ظ Z غ GH ف F ق K ك K"
                + " ل L م M ن N ه H ة A و OU ؤ OU ي I ئ I پ P چ TCH ژ J گ G ع A");
        for (int silent :
                new int[] {0x042A, 0x044A, 0x042C, 0x044C, 0x0621, 0x0640, 0x02BC, 0x02B9, 0x02BB, 0x02BE, 0x02BF}) {
            SPELT.put(silent, "");
        }
        // Modifier letters that people type for an apostrophe.
        for (int apostrophe : new int[] {0x02BC, 0x02B9, 0x02BB, 0x02BE, 0x02BF, 0x02C8}) {
            SPELT.put(apostrophe, "'");
        }
        // Ordinal indicators: 3ᵉ is written 3º, nº 5.
        SPELT.put(0x00BA, " ");
        SPELT.put(0x00AA, " ");
    }

    private Transliteration() {}

    static @Nullable String of(int point) {
        return SPELT.get(point);
    }

    private static void all(String pairs) {
        List<String> words = Folding.split(pairs);
        for (int i = 0; i < words.size(); i += 2) {
            int letter = words.get(i).codePointAt(0);
            SPELT.put(letter, words.get(i + 1));
            SPELT.put(Character.toLowerCase(letter), words.get(i + 1));
            SPELT.put(Character.toUpperCase(letter), words.get(i + 1));
        }
        // Upper case of dotless i is I: the letter itself needs no entry.
        SPELT.remove((int) 'I');
        SPELT.remove((int) 'i');
    }
}
