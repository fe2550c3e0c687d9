package fr.unefois.mdm.api.demo;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.unefois.mdm.api.server.ServerSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/** Stands in for FranceConnect in the demonstration: as its test provider does, it lets anybody be anybody. */
@Controller
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class DemoProofs {
    static final String ISSUER = "urn:unefois:demo:franceconnect";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final List<String> CLAIMS = List.of(
            "family_name", "given_name", "birthdate", "gender", "birthplace", "birthcountry", "preferred_username");

    private final NimbusJwtEncoder encoder;
    private final Clock clock;

    DemoProofs(JWKSource<SecurityContext> keys, Clock clock) {
        this.encoder = new NimbusJwtEncoder(keys);
        this.clock = clock;
    }

    /** @param audience the client that the citizen shows the proof to */
    record ProofRequest(String audience, Map<String, String> claims) {}

    record Proof(String token) {
        @Override
        public String toString() {
            return "Proof[withheld]";
        }
    }

    @PostMapping("/demo/proofs")
    @ResponseBody
    Proof proof(@RequestBody ProofRequest request) {
        Instant now = clock.instant();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(request.audience()))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE));
        request.claims().forEach((name, value) -> {
            if (CLAIMS.contains(name)) {
                claims.claim(name, value);
            }
        });
        return new Proof(
                encoder.encode(JwtEncoderParameters.from(claims.build())).getTokenValue());
    }
}
