/** Keeps records, clusters and golden records in PostgreSQL. */
@NullMarked
package fr.unefois.mdm.store;

import org.jspecify.annotations.NullMarked;
