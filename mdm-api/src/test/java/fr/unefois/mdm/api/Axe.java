package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Looks whether a page is accessible, as far as axe can see, and whether it fits its width. */
final class Axe {
    private final Chromium browser;
    private final int width;
    private final String script;

    Axe(Chromium browser, int width) throws IOException {
        this.browser = browser;
        this.width = width;
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            this.script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void findsNothing() {
        assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                .as("%s at %d px", browser.value("document.title").asString(), width)
                .isLessThanOrEqualTo(width);
        browser.run(script);
        assertThat(browser.run("return axe.run().then(found => found.violations.map(one =>"
                        + " one.id + ' ' + one.nodes.map(node => node.target).join(' ')))"))
                .as("%s at %d px", browser.value("document.title").asString(), width)
                .isEmpty();
    }
}
