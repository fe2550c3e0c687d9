package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.unefois.mdm.api.server.Ports;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steward's console in a real Chromium, by keyboard alone: each question says why it is asked, until none is left. */
@ExtendWith(TestDatabase.class)
class ConsoleInBrowserIT {
    private static final String TITLE = "document.querySelector('h1').textContent";
    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) throws IOException {
        assumeTrue(
                Chromium.driver().isPresent(),
                "no chromedriver: the console was not tried in a browser (apt-get install chromium-driver)");
        started = new TestServer(database);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    private static void record(String client, String source, String id, String said, String asOf) {
        assertThat(server().put(
                                client,
                                "/v1/sources/" + source + "/records/" + id,
                                "{\"attributes\": {" + said + "}, \"asOf\": \"" + asOf + "T10:00:00Z\"}")
                        .status())
                .isIn(200, 201);
    }

    /** Two who resemble each other too little to be linked, and two whom their name alone has linked. */
    private static void people(int width) {
        String given = width == 320 ? "Solange" : "Colette";
        String doubtful =
                "\"birthName\": \"LEFEBVRE\", \"givenNames\": [\"" + given + "\"], \"birthDate\": \"1961-0%d-1%d\"";
        record("portal", "portail", "D1-" + width, doubtful.formatted(3, 4), "2026-03-02");
        record("business", "cantine", "D2-" + width, doubtful.formatted(4, 3), "2026-03-02");
        String named = "\"birthName\": \"%s\", \"givenNames\": [\"Zéphyrine\", \"Cunégonde\"], \"birthDate\": \"1980\""
                .formatted(width == 320 ? "BZRHMLOVICZ" : "QUXTROWSKIE");
        record("portal", "portail", "N1-" + width, named, "2026-03-02");
        record("business", "cantine", "N2-" + width, named, "2026-03-02");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1440})
    void answersEveryQuestionByKeyboardAlone(int width) throws IOException {
        people(width);
        try (Chromium browser = Chromium.open(Ports.claim("127.0.0.1", 0, ""), width)) {
            Axe axe = new Axe(browser, width);
            browser.go(server().page("/console/login?lang=fr").build().uri().toString());
            axe.findsNothing();
            browser.tabTo("#username");
            browser.type(server().credential("MDM_STEWARD_USER"));
            browser.tabTo("#password");
            browser.type(server().credential("MDM_STEWARD_PASSWORD") + Chromium.ENTER);
            browser.until("document.querySelector('table')");
            axe.findsNothing();
            assertThat(reasons(browser)).contains("Ressemblance").contains("Homonymes possibles");
            answer(browser, axe, "Homonymes possibles", "réunies par le nom", "DIFFERENT", "deux personnes");
            answer(browser, axe, "Ressemblance", "sans qu’on puisse les réunir sûrement", "SAME", "une seule personne");
            assertThat(browser.value("document.querySelector('table') === null").asBoolean())
                    .as("no question is left")
                    .isTrue();
            browser.go(server().page("/console?lang=en").build().uri().toString());
            assertThat(browser.value("document.documentElement.lang").asString())
                    .isEqualTo("en");
            axe.findsNothing();
        }
    }

    private static String reasons(Chromium browser) {
        return browser.value(
                        "Array.from(document.querySelectorAll('tbody td:nth-child(2)')).map(one => one.textContent)")
                .toString();
    }

    private static void answer(Chromium browser, Axe axe, String reason, String why, String verdict, String done)
            throws IOException {
        String row = "Array.from(document.querySelectorAll('tbody tr')).find(one => one.textContent.includes('" + reason
                + "'))";
        String link =
                browser.value(row + ".querySelector('a').getAttribute('href')").asString();
        browser.tabTo("a[href=\"" + link + "\"]");
        browser.type(Chromium.ENTER);
        browser.until("document.querySelector('#comment')");
        axe.findsNothing();
        assertThat(browser.value(TITLE).asString()).isEqualTo("Est-ce la même personne ?");
        assertThat(browser.value("document.querySelector('main').textContent").asString())
                .contains(why);
        browser.tabTo("button[value=\"" + verdict + "\"]");
        browser.type(Chromium.ENTER);
        browser.until("document.querySelector('[role=status]')");
        assertThat(browser.value("document.querySelector('[role=status]').textContent")
                        .asString())
                .contains(done);
    }
}
