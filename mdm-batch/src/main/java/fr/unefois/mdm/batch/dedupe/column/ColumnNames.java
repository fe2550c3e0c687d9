package fr.unefois.mdm.batch.dedupe.column;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that people give to columns, in French, English, German and the formats of the field. */
final class ColumnNames {
    private static final String IGNORED = "ignored.";
    private static final Map<String, String> ROLES = read();

    /** Words that say whose the value is or what was done to it, not what it tells. */
    private static final Set<String> NOISE = Set.of(
            "fake",
            "raw",
            "orig",
            "original",
            "clean",
            "cleaned",
            "std",
            "norm",
            "normalised",
            "normalized",
            "txt",
            "val",
            "value",
            "valeur",
            "field",
            "col",
            "column",
            "champ",
            "res",
            "residence",
            "residential",
            "home",
            "primary",
            "main",
            "current",
            "personne",
            "person",
            "usager",
            "patient",
            "client",
            "customer",
            "citizen",
            "citoyen",
            "voter",
            "adherent",
            "abonne",
            "titulaire",
            "beneficiaire",
            "demandeur",
            "contact",
            "eleve",
            "enfant",
            "child",
            "assure",
            "allocataire",
            "str",
            "desc",
            "libelle",
            "legal",
            "your",
            "user",
            "the");

    /** The person that such a column tells of is another one. */
    private static final Set<String> RELATIVES = Set.of(
            "mere",
            "pere",
            "mother",
            "father",
            "mothers",
            "fathers",
            "parent",
            "parent1",
            "parent2",
            "conjoint",
            "spouse",
            "husband",
            "wife",
            "tuteur",
            "guardian",
            "emergency",
            "urgence",
            "responsable",
            "representant",
            "referent",
            "medecin",
            "employeur",
            "employer",
            "ecole",
            "school",
            "mutter",
            "vater");

    private ColumnNames() {}

    static boolean known(String header) {
        return lookedUp(header).isPresent();
    }

    static Optional<Role> role(String header) {
        return lookedUp(header).filter(name -> !name.startsWith(IGNORED)).flatMap(Role::named);
    }

    /** Why a column of this name is no evidence; empty for all others. */
    static Optional<String> refused(String header) {
        return lookedUp(header).filter(name -> name.startsWith(IGNORED)).map(name -> name.substring(IGNORED.length()));
    }

    private static Optional<String> lookedUp(String header) {
        List<String> words = words(header);
        String whole = ROLES.get(String.join("", words));
        if (whole != null || words.stream().anyMatch(RELATIVES::contains)) {
            return Optional.ofNullable(whole);
        }
        List<String> telling = new ArrayList<>(words);
        telling.removeIf(NOISE::contains);
        return telling.isEmpty() ? Optional.empty() : Optional.ofNullable(ROLES.get(String.join("", telling)));
    }

    /** The words of a header: {@code dateNaissance}, {@code DATE_NAISSANCE} and {@code Date de naissance} alike. */
    static List<String> words(String header) {
        String parted = Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return parted.isEmpty() ? List.of() : List.of(parted.split(" ", -1));
    }

    private static Map<String, String> read() {
        Map<String, String> roles = new HashMap<>();
        try (InputStream stream = ColumnNames.class.getResourceAsStream("column-names.txt")) {
            if (stream == null) {
                throw new IllegalStateException("column-names.txt is not in the jar");
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        String role = line.substring(0, colon);
                        for (String name : line.substring(colon + 1).strip().split(" ", -1)) {
                            roles.put(name, role);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return roles;
    }
}
