package fr.unefois.mdm.connectors.csv;

/** How a file separates, quotes and encodes its fields. */
record CsvLayout(char separator, char quote, Encoding encoding) {}
