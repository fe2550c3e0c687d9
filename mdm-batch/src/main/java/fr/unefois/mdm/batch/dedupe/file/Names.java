package fr.unefois.mdm.batch.dedupe.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns' names, no two alike.
 *
 * @param remarks what was done to what the file has
 */
record Names(List<String> header, List<String> remarks) {
    /** A file without a header: its columns are numbered. */
    static Names madeUp(int columns) {
        List<String> header = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            header.add("column" + i);
        }
        return new Names(header, List.of("there is no header; the columns are called column1 to column" + columns));
    }

    static Names of(List<String> first) {
        List<String> header = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i).strip();
            String free = name.isEmpty() ? "column" + (i + 1) : name;
            for (int again = 2; !taken.add(free); again++) {
                free = (name.isEmpty() ? "column" + (i + 1) : name) + "_" + again;
            }
            if (!free.equals(name)) {
                remarks.add(
                        name.isEmpty()
                                ? "column " + (i + 1) + " has no name; it is called " + free
                                : "a column called " + name + " is there already; column " + (i + 1) + " is called "
                                        + free);
            }
            header.add(free);
        }
        return new Names(header, remarks);
    }
}
