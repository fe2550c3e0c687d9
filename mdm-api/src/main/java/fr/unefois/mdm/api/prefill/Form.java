package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.record.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that may be filled from what the authority knows.
 *
 * @param notice what the person is told: which data were obtained, from whom, on what ground
 */
record Form(String name, String title, String notice, List<Field> fields) {
    /** Whose value a field wants. */
    enum Whose {
        /** The person whose profile is asked for: the requesting parent of a form about a child. */
        REQUESTER,
        /** The child that the call names, where a source says that the requester is a parent. */
        CHILD,
        /** The child's other parent, of whom only that there is one is told: their data are private to the requester. */
        OTHER_PARENT
    }

    /** What of a value a field wants. */
    enum Part {
        WHOLE,
        /** The first of several given names. */
        FIRST,
        LINE,
        POSTCODE,
        CITY,
        CITY_CODE
    }

    /**
     * @param name as the form itself calls it
     * @param attribute null for the other parent alone
     * @param ground why the value may be obtained; null where none is declared: then it is not given
     */
    record Field(
            String name,
            @Nullable Attribute attribute,
            Part part,
            Whose whose,
            @Nullable Ground ground) {}

    Form {
        fields = List.copyOf(fields);
    }

    boolean isAboutAChild() {
        return fields.stream().anyMatch(field -> field.whose() != Whose.REQUESTER);
    }
}
