package fr.unefois.mdm.api.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param attributes by canonical name or FranceConnect's claim */
@Schema(description = "The person as described: canonical attributes, or the claims of FranceConnect.", example = """
                {"attributes": {"birthName": "NGUYEN", "givenNames": ["Linh"], "birthDate": "1987-04-12", "sex": "F",
                "birthPlace": "69123", "birthCountry": "99100", "usageName": "Martin",
                "emails": ["linh@example.org"], "phones": ["0612345678"],
                "addresses": [{"line": "3 rue Pasteur", "postcode": "69007", "city": "Lyon"}]}}""")
record ResolveRequest(@Nullable Map<String, @Nullable Object> attributes) {
    @Override
    public String toString() {
        return "ResolveRequest[withheld]";
    }
}
