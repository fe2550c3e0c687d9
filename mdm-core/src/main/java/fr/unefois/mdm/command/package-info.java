/** The seam by which every module adds commands to the one launcher. */
@NullMarked
package fr.unefois.mdm.command;

import org.jspecify.annotations.NullMarked;
