package fr.unefois.mdm.standardise;

/** What a street line says: {@code 7 BIS}, {@code RUE}, {@code JULES FERRY}; empty or 0 where it says nothing. */
record Street(int number, String suffix, String wayType, String way) {
    static final Street NONE = new Street(0, "", "", "");

    @Override
    public String toString() {
        return "Street[withheld]";
    }
}
