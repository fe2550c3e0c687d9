package fr.unefois.mdm.api;

/** Test people of whom no two resemble each other, as applications send them. */
final class People {
    private static final String[] NAMES = {
        "KERGUELEN", "D'ŒUVRE", "ŠIMIĆ", "OYONNAX", "PETITJEAN", "ZWICKER", "BAMBARA", "LE FUR", "VANDAMME", "IGLESIAS"
    };
    private static final String[] GIVEN = {
        "Yves", "Solange", "Ivana", "Barnabé", "Colette", "Hugo", "Fatou", "Maël", "Wim", "Consuelo"
    };

    private People() {}

    /** A person's record; the same number is the same person, ten are told apart. */
    static String person(int number) {
        return person(number, NAMES[number]);
    }

    /** The same person as the canteen's application knows them: it may not write a place of birth. */
    static String atTheCanteen(int number) {
        return person(number).replaceFirst("\"birthPlace\": \"[0-9]+\",", "");
    }

    static String person(int number, String birthName) {
        return """
                {"attributes": {"birthName": "%s", "givenNames": ["%s"], "sex": "%s", "birthDate": "19%d-0%d-1%d",
                "birthPlace": "380%d5", "emails": ["someone.%d@example.org"], "phones": ["06%d1%d2%d3%d4"]},
                "asOf": "2026-03-02T10:00:00Z"}""".formatted(
                        birthName,
                        GIVEN[number],
                        number % 2 == 0 ? "M" : "F",
                        40 + 5 * number,
                        1 + number % 9,
                        number,
                        number,
                        number,
                        number,
                        number,
                        number,
                        number);
    }
}
