package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.unefois.mdm.api.server.Ports;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.TestDatabase;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told of every answer: take nothing from elsewhere, be in nobody's frame, keep nobody's data. */
@ExtendWith(TestDatabase.class)
class HeadersIT {
    private static @Nullable TestServer started;

    @BeforeAll
    static void start(DatabaseSettings database) {
        started = new TestServer(database);
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TestServer server() {
        return Objects.requireNonNull(started);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/console/login",
                "/console",
                "/demo",
                "/demo/story",
                "/v1/reviews",
                "/v1/profiles/nobody",
                "/nowhere"
            })
    void everyAnswerSaysSo(String path) {
        HttpResponse<String> answer = server().get("steward", path).response();
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-eval", "script-src 'self' 'unsafe-inline'", "*");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
    }

    @Test
    void thePageToTryTheApiWorksUnderItsPolicy() {
        assumeTrue(Chromium.driver().isPresent(), "no Chromium with its driver is here");
        try (Chromium browser = Chromium.open(Ports.claim("127.0.0.1", 0, ""), 1440)) {
            browser.go(server().page("/swagger-ui/index.html").build().uri().toString());
            browser.until("document.querySelectorAll('.opblock').length > 20");
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
