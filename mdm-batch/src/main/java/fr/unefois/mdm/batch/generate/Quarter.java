package fr.unefois.mdm.batch.generate;

/**
 * A quarter of the town: the households that are composed, shuffled and written together, so that memory does not grow
 * with the town.
 *
 * @param number from 0
 * @param firstHousehold the number of its first household
 * @param firstCitizen its first citizen
 * @param lastCitizen its last citizen, where the last household may be cut short
 */
record Quarter(int number, long firstHousehold, int firstCitizen, int lastCitizen) {}
