package fr.unefois.mdm.api.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.util.ConcurrentLruCache;

/**
 * Remembers for a minute whose signature was found good: an application sends the same token with each of a thousand calls,
 * and to verify an RSA signature costs as much as to read the citizen. Whether a token is in force is asked each time.
 */
final class KnownTokens implements JwtDecoder {
    static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final OAuth2TokenValidator<Jwt> inForce;
    private final Clock clock;
    private final ConcurrentLruCache<String, Known> known;

    private record Known(Jwt token, Instant at) {}

    /**
     * @param verifying looks at the signature, and at whatever else it likes
     * @param inForce asked with every call
     */
    KnownTokens(JwtDecoder verifying, OAuth2TokenValidator<Jwt> inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
        this.known = new ConcurrentLruCache<>(MOST, text -> new Known(verifying.decode(text), clock.instant()));
    }

    @Override
    public Jwt decode(String text) {
        Known one = known.get(text);
        if (one.at.plus(REMEMBERED).isBefore(clock.instant())) {
            known.remove(text);
            one = known.get(text);
        }
        OAuth2TokenValidatorResult result = inForce.validate(one.token);
        if (result.hasErrors()) {
            known.remove(text);
            throw new JwtValidationException("the token is not in force", result.getErrors());
        }
        return one.token;
    }
}
