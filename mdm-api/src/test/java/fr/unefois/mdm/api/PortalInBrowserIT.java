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

/** The portal in a real Chromium, by keyboard alone: a move and an enrolment, on a phone and on a desk. */
@ExtendWith(TestDatabase.class)
class PortalInBrowserIT {
    private static final String ADDRESS = "document.querySelector('#adresse')";
    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) {
        assumeTrue(
                Chromium.driver().isPresent(),
                "no chromedriver: the portal was not tried in a browser (apt-get install chromium-driver)");
        TestServer server = new TestServer(database);
        started = server;
        account(
                server,
                "POR-0000001",
                "Le Guennec",
                "Hélène Marie Anne",
                "F",
                "1986-04-11",
                "29232",
                "helene@example.org");
        account(server, "POR-0000002", "Berthier", "Thomas Louis", "M", "1984-09-23", "38516", "thomas@example.org");
        server.put("business", "/v1/sources/cantine/records/KID", """
                {"attributes": {"birthName": "Berthier", "givenNames": ["Maëlle"], "birthDate": "2018-09-02"},
                "relations": [{"role": "legalRepresentative", "source": "portail", "id": "POR-0000001"},
                {"role": "legalRepresentative", "source": "portail", "id": "POR-0000002"}]}""");
    }

    private static void account(
            TestServer server,
            String id,
            String name,
            String given,
            String sex,
            String birth,
            String place,
            String email) {
        assertThat(server.put("portal", "/v1/sources/portail/records/" + id, """
                {"attributes": {"birthName": "%s", "givenNames": ["%s"], "sex": "%s", "birthDate": "%s",
                "birthPlace": "%s", "birthCountry": "99100", "emails": ["%s"],
                "addresses": [{"line": "12 rue des Lilas", "postcode": "38130", "city": "Échirolles"}]}}""".formatted(
                                        name, given.replace(" ", "\", \""), sex, birth, place, email))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1440})
    void movesAndEnrolsByKeyboardAlone(int width) throws IOException {
        TestServer server = Objects.requireNonNull(started);
        try (Chromium browser = Chromium.open(Ports.claim("127.0.0.1", 0, ""), width)) {
            Axe axe = new Axe(browser, width);
            browser.go(server.request("/demo").build().uri().toString());
            browser.until("document.querySelector('#people')");
            axe.findsNothing();
            browser.tabTo("#people button");
            browser.type(Chromium.ENTER);
            browser.until("document.querySelector('ul.cards')");
            axe.findsNothing();
            move(browser, axe, width);
            enrol(browser, axe);
            for (String page : new String[] {"profil", "contact", "acces"}) {
                follow(browser, "#menu a[href=\"#/" + page + "\"]", "document.querySelector('dl, fieldset, table')");
                axe.findsNothing();
            }
        }
    }

    private static void move(Chromium browser, Axe axe, int width) {
        follow(browser, "a[href=\"#/formulaire/eau\"]", ADDRESS);
        axe.findsNothing();
        browser.tabTo("#adresse"); // the tabulator selects what the field holds
        browser.type(width + " place Notre-Dame" + Chromium.ENTER);
        browser.until("document.querySelector('#message').textContent.startsWith('Merci. Votre correction')");
        assertThat(browser.value("document.activeElement.id").asString()).isEqualTo("title");
        follow(browser, "#menu a[href=\"#/\"]", "document.querySelector('ul.cards')");
        follow(browser, "a[href=\"#/formulaire/demenagement\"]", ADDRESS);
        assertThat(browser.value(ADDRESS + ".value").asString()).isEqualTo(width + " place Notre-Dame");
    }

    private static void enrol(Chromium browser, Axe axe) {
        follow(browser, "#menu a[href=\"#/\"]", "document.querySelector('ul.cards')");
        follow(browser, "a[href=\"#/formulaire/cantine\"]", "document.querySelector('#children')");
        axe.findsNothing();
        follow(browser, "a.button", "document.querySelector('#prenom_enfant')");
        assertThat(browser.value("document.querySelector('#prenom_enfant').value")
                        .asString())
                .isEqualTo("Maëlle");
        assertThat(browser.value("document.body.textContent").asString())
                .contains("Un autre parent est connu")
                .doesNotContain("thomas@example.org", "Thomas");
        axe.findsNothing();
    }

    private static void follow(Chromium browser, String link, String shown) {
        browser.tabTo(link);
        browser.type(Chromium.ENTER);
        browser.until("document.activeElement.id === 'title' && " + shown);
    }
}
