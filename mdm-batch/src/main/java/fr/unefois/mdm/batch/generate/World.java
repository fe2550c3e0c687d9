package fr.unefois.mdm.batch.generate;

/** All that households draw from: names, places, numbers. */
record World(FamilyNames families, Christening christening, Places places, Numbers numbers) {
    static World of(Town town) {
        FamilyNames families = new FamilyNames();
        GivenNames givenNames = new GivenNames();
        return new World(
                families,
                new Christening(givenNames),
                new Places(town.seed(), town.citizens(), families, givenNames),
                new Numbers(town.citizens()));
    }
}
