package fr.unefois.mdm.review;

/** Why a steward is asked. Those that speak of one citizen come in the order in which they are looked for. */
public enum Reason {
    /** Two citizens resemble each other, and it is not sure enough that they are one. */
    DOUBT,
    /** Two citizens resemble each other, and sources with proof contradict each other over when or where they were born. */
    CERTIFIED,
    /** One citizen's records tell of births that no slip explains. */
    BIRTH_DATES,
    /** One citizen is a man to one source and a woman to another. */
    SEXES,
    /** A source knew the citizen alive after the day on which another says that they died. */
    DEATH,
    /** One citizen is held together by names, and at most a year of birth. */
    NAMESAKES,
    /** Two groups of one citizen's records hang together by a single weak pair. */
    BRIDGE,
    /** One citizen has more records than a person is likely to have. */
    LARGE;

    /** Whether it is asked of one citizen, whose records are together already, if they are two. */
    public boolean ofOneCitizen() {
        return this != DOUBT && this != CERTIFIED;
    }
}
