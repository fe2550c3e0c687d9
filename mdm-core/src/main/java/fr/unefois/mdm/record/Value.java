package fr.unefois.mdm.record;

/** A value as a source gave it. Its {@code toString} never shows what it holds. */
public sealed interface Value permits Text, Address {}
