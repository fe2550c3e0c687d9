/** Reads YAML configuration with positions, so that every fault names its file and line. */
@NullMarked
package fr.unefois.mdm.config;

import org.jspecify.annotations.NullMarked;
