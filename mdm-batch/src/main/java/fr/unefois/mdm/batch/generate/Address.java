package fr.unefois.mdm.batch.generate;

/**
 * Where a household lives.
 *
 * @param suffix bis, ter or empty
 * @param type rue, avenue…
 * @param complement apartment, building or residence, or empty
 */
record Address(
        int number, String suffix, String type, String street, String complement, String postcode, Commune commune) {}
