package fr.unefois.mdm.estimate;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The blocking rules for attributes that a site or a file added, beside the citizen's. */
public final class RuleChoice {
    private RuleChoice() {}

    /** The rules with those that the attributes make possible. */
    public static BlockingRules of(BlockingRules rules, Map<Attribute, AttributeType> attributes, int n) {
        BlockingRules more = rules;
        if (n <= 2000) {
            return more.with("any", "", n);
        }
        if (attributes.isEmpty()) {
            return more;
        }
        List<String> telling = new ArrayList<>();
        for (Map.Entry<Attribute, AttributeType> one : attributes.entrySet()) {
            if (one.getValue() == AttributeType.IDENTIFIER) {
                more = more.with(one.getKey().name(), "surname3", 200);
            } else if (one.getValue() != AttributeType.CATEGORY) {
                telling.add(one.getKey().name());
            }
        }
        for (String field : List.of("surname3", "first3", "year", "date")) {
            for (String name : telling) {
                more = more.with(name + " + " + field, "first3", 100);
            }
        }
        for (int i = 0; i < telling.size(); i++) {
            for (int j = 0; j < i; j++) {
                more = more.with(telling.get(j) + " + " + telling.get(i), "surname3", 100);
            }
        }
        return more.with("surname", "first3", 60).with("first", "surname3", 60);
    }
}
