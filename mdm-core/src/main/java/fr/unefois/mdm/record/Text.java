package fr.unefois.mdm.record;

import java.util.Objects;

/** A value that is one piece of text: a name, a date, a code, an e-mail, a phone number. */
public record Text(String value) implements Value {
    public Text {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return "Text[withheld]";
    }
}
