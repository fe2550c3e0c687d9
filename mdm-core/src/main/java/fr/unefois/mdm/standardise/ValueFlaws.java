package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Flaw;
import java.util.ArrayList;
import java.util.List;

/** Collects the flaws that are found while attributes are read one after the other. */
public final class ValueFlaws {
    private final List<Flaw> found = new ArrayList<>(0);
    private Attribute attribute = Attribute.BIRTH_NAME;

    /** Flaws added from now on are this attribute's. */
    ValueFlaws of(Attribute next) {
        attribute = next;
        return this;
    }

    void add(String rule) {
        found.add(new Flaw(attribute, rule));
    }

    List<Flaw> found() {
        return found;
    }

    /** What was found since this was asked last. */
    public List<Flaw> take() {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Flaw> taken = List.copyOf(found);
        found.clear();
        return taken;
    }
}
