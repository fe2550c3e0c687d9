package fr.unefois.mdm.batch.generate;

import java.nio.charset.Charset;
import java.util.List;

/** How one source writes its file. */
final class Layout {
    /** A column: its header, and the field that it holds. */
    private record Column(String header, Field field) {
        static Column of(String words) {
            int colon = words.indexOf(':');
            return new Column(
                    words.substring(0, colon),
                    Field.valueOf(words.substring(colon + 1).strip()));
        }
    }

    /** The writing of a whole date; a partial one is {@code 04/1952} or {@code 1952} everywhere. */
    enum DateStyle {
        ISO,
        COMPACT,
        SLASHES,
        DASHES,
        DOTS_SHORT;

        String write(String iso) {
            if (iso.length() == 7) {
                return iso.substring(5) + "/" + iso.substring(0, 4);
            }
            if (iso.length() < 10) {
                return iso;
            }
            String year = iso.substring(0, 4);
            String month = iso.substring(5, 7);
            String day = iso.substring(8);
            return switch (this) {
                case ISO -> iso;
                case COMPACT -> year + month + day;
                case SLASHES -> day + "/" + month + "/" + year;
                case DASHES -> day + "-" + month + "-" + year;
                case DOTS_SHORT -> day + "." + month + "." + year.substring(2);
            };
        }
    }

    final Charset charset;
    private final char separator;
    private final String lineEnd;
    private final DateStyle dates;
    private final String male;
    private final String female;
    private final String idHeader;
    private final List<Column> columns;

    Layout(WordLists lists, String source) {
        charset = Charset.forName(lists.word(source, "charset"));
        separator = switch (lists.word(source, "separator")) {
            case "tab" -> '\t';
            case "semicolon" -> ';';
            default -> ',';
        };
        lineEnd = lists.word(source, "lines").equals("CRLF") ? "\r\n" : "\n";
        dates = DateStyle.valueOf(lists.word(source, "date"));
        male = lists.words(source, "sex").get(0);
        female = lists.words(source, "sex").get(1);
        idHeader = lists.word(source, "id");
        columns = lists.words(source, "columns").stream().map(Column::of).toList();
    }

    boolean holds(Field field) {
        return columns.stream().anyMatch(column -> column.field() == field);
    }

    String header() {
        StringBuilder line = new StringBuilder(idHeader);
        columns.forEach(column -> line.append(separator).append(column.header()));
        return line.append(lineEnd).toString();
    }

    void write(Entry entry, StringBuilder file) {
        file.append(entry.sourceId);
        for (Column column : columns) {
            file.append(separator);
            quoted(text(entry.get(column.field()), column.field()), separator, file);
        }
        file.append(lineEnd);
    }

    private String text(String value, Field field) {
        return switch (field) {
            case SEX -> value.equals("M") ? male : value.equals("F") ? female : "";
            case BIRTH_DATE -> dates.write(value);
            default -> value;
        };
    }

    /** Quoted only where it must be. */
    static void quoted(String value, char separator, StringBuilder file) {
        if (value.indexOf(separator) < 0 && value.indexOf('"') < 0) {
            file.append(value);
        } else {
            file.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }
}
