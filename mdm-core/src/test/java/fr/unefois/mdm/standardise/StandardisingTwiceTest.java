package fr.unefois.mdm.standardise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Nir;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Standardising what a standard record says gives the same standard record, and no text makes it throw. */
class StandardisingTwiceTest {
    private static final List<Attribute> OWN = List.of(new Attribute("quartier"));

    @Test
    void changesNothingForOddTexts() {
        OddTexts texts = new OddTexts(20_261_123);
        for (int i = 0; i < 20_000; i++) {
            assertStable(odd(texts));
        }
    }

    @Test
    void changesNothingForRealRows() throws IOException {
        Optional<Path> metropole = metropole();
        assumeTrue(metropole.isPresent(), "no labelled people in ../shared/data/metropole");
        try (BufferedReader rows = Files.newBufferedReader(metropole.orElseThrow(), StandardCharsets.UTF_8)) {
            rows.lines().skip(1).map(StandardisingTwiceTest::row).forEach(StandardisingTwiceTest::assertStable);
        }
    }

    @Test
    void foldsAFoldedTextToItself() {
        OddTexts texts = new OddTexts(7);
        for (int i = 0; i < 20_000; i++) {
            String words = Folding.words(texts.next());
            assertThat(Folding.words(words)).isEqualTo(words);
        }
        List<Integer> unstable = new ArrayList<>();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String run = Folding.run(new String(Character.toChars(point)));
            if (!Folding.run(run).equals(run)) {
                unstable.add(point);
            }
        }
        assertThat(unstable).isEmpty();
    }

    @Test
    void masksEveryNirInOneGo() {
        OddTexts texts = new OddTexts(11);
        for (int i = 0; i < 20_000; i++) {
            String text =
                    texts.next() + texts.upTo(2_000_000_000) + texts.next() + texts.upTo(2_000_000_000) + texts.next();
            assertThat(Nir.looksLike(Nir.mask(text))).isFalse();
        }
    }

    /** Beside the checkout, or further up. */
    private static Optional<Path> metropole() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/metropole/all.csv"))
                .filter(Files::exists)
                .findFirst();
    }

    static CitizenRecord odd(OddTexts texts) {
        Records records = new Records();
        for (Attribute attribute : Attribute.CANONICAL) {
            for (int n = texts.upTo(3); n > 0; n--) {
                records.and(attribute, texts.next());
            }
        }
        OWN.forEach(own -> records.and(own, texts.next()));
        return records.address(texts.next(), texts.next(), texts.next(), texts.upTo(3) == 0 ? texts.next() : null)
                .record();
    }

    private static void assertStable(CitizenRecord record) {
        StandardRecord once = Records.STANDARDISER.standardise(record).record();
        StandardRecord twice =
                Records.STANDARDISER.standardise(Rebuilt.from(once)).record();
        if (!once.equals(twice)) {
            fail(shown(record) + "\n" + shown(once) + "\n" + shown(twice));
        }
    }

    /** What a failure prints: generated or synthetic values, never a citizen's. */
    static String shown(StandardRecord r) {
        return shown(Rebuilt.from(r))
                + r.birthDate()
                + r.givenNames().stream().map(GivenName::folded).toList();
    }

    static String shown(CitizenRecord record) {
        StringBuilder shown = new StringBuilder();
        record.values()
                .keySet()
                .forEach(attribute -> shown.append(attribute)
                        .append('=')
                        .append(record.texts(attribute))
                        .append(' '));
        record.addresses()
                .forEach(address -> shown.append(address.line())
                        .append('|')
                        .append(address.postcode())
                        .append('|')
                        .append(address.city())
                        .append('|')
                        .append(address.cityCode()));
        return shown.toString();
    }

    private static CitizenRecord row(String line) {
        List<String> cells = cells(line);
        return Records.of(Attribute.BIRTH_NAME, cells.get(2))
                .and(Attribute.USAGE_NAME, cells.get(3))
                .and(Attribute.GIVEN_NAMES, cells.get(4))
                .and(Attribute.SEX, cells.get(5))
                .and(Attribute.BIRTH_DATE, cells.get(6))
                .and(Attribute.BIRTH_PLACE, cells.get(7))
                .and(Attribute.BIRTH_COUNTRY, cells.get(8))
                .and(Attribute.EMAILS, cells.get(9))
                .and(Attribute.PHONES, cells.get(10))
                .address(cells.get(11), cells.get(12), cells.get(13), cells.get(14))
                .record();
    }

    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
