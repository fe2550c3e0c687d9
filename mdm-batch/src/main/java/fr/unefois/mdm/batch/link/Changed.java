package fr.unefois.mdm.batch.link;

/**
 * What a linking changes, in citizens.
 *
 * @param citizens how many different citizens are touched in any way
 */
record Changed(long created, long changed, long merged, long split, long retired, long citizens) {}
