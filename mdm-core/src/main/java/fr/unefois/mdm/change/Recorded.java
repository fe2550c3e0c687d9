package fr.unefois.mdm.change;

import java.time.Instant;

/** A change as the base keeps it, with when and why it happened. */
public record Recorded(ChangeEvent event, Instant at, Cause cause) {}
