package fr.unefois.mdm.batch.generate;

import java.util.List;

/** A commune of the town: its code, its name, its postcodes, and its people in hundreds. */
record Commune(String code, String name, List<String> postcodes, int hundreds) {
    Commune {
        postcodes = List.copyOf(postcodes);
    }

    static Commune of(String words) {
        String[] word = words.split("\\|", -1);
        return new Commune(
                word[0].strip(),
                word[1].strip(),
                List.of(word[2].strip().split(" ", -1)),
                Integer.parseInt(word[3].strip()));
    }
}
