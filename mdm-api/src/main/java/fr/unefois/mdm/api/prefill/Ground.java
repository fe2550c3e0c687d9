package fr.unefois.mdm.api.prefill;

import java.util.List;

/** Why a value may be obtained for a form. */
sealed interface Ground {
    /** The exchange of what is strictly necessary to a request; the notice tells the person of it. */
    record Law(String article) implements Ground {
        static final List<String> ARTICLES = List.of("CRPA L113-12", "CRPA L114-8");

        public Law {
            if (!ARTICLES.contains(article)) {
                throw new IllegalArgumentException("not an article that a form may rest on");
            }
        }
    }

    /** The person's own word, recorded under this name. */
    record Consent(String name) implements Ground {}
}
