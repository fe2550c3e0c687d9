package fr.unefois.mdm.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class KnownTokensTest {
    private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");

    private final Moving clock = new Moving();
    private final List<String> verified = new ArrayList<>();
    private final KnownTokens tokens = new KnownTokens(this::verify, inForce(), clock);

    /** A clock that a test sets. */
    private static final class Moving extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private JwtTimestampValidator inForce() {
        JwtTimestampValidator validator = new JwtTimestampValidator(Duration.ZERO);
        validator.setClock(clock);
        return validator;
    }

    private Jwt verify(String text) {
        verified.add(text);
        if (text.equals("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(text)
                .header("alg", "RS256")
                .subject("business")
                .expiresAt(START.plusSeconds(300))
                .build();
    }

    @Test
    void aSignatureIsVerifiedOnceAMinute() {
        tokens.decode("good");
        assertThat(tokens.decode("good").getSubject()).isEqualTo("business");
        assertThat(verified).containsExactly("good");
        clock.now = START.plus(KnownTokens.REMEMBERED).plusSeconds(1);
        tokens.decode("good");
        assertThat(verified).containsExactly("good", "good");
    }

    @Test
    void aTokenThatRanOutIsRefusedThoughItsSignatureIsRemembered() {
        clock.now = START.plusSeconds(295);
        tokens.decode("good");
        clock.now = START.plusSeconds(301);
        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void aForgedTokenIsLookedAtEachTime() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(verified).hasSize(2);
    }
}
