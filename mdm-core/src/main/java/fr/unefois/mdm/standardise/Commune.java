package fr.unefois.mdm.standardise;

import java.util.List;

/**
 * A commune of the Code officiel géographique; also a delegated or associated commune, or an arrondissement of Paris,
 * Lyon or Marseille.
 *
 * @param name official form, with accents
 * @param department 2 or 3 characters, as of today
 * @param postcodes ascending; empty when only today's commune has them
 * @param population 0 when not known
 * @param today code of today's commune; the same as {@code code} for a commune of today
 */
public record Commune(
        String code, String name, String department, List<String> postcodes, int population, String today) {
    public Commune {
        postcodes = List.copyOf(postcodes);
    }

    public boolean current() {
        return code.equals(today);
    }
}
