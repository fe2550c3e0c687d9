package fr.unefois.mdm.api.server;

import fr.unefois.mdm.api.access.ProofDecoder;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.InvalidConfiguration;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Outside the demo, tokens are those that the installation's own OpenID Connect issuer made out for this service. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "false")
class TokenIssuer {
    @Bean
    JwtDecoder issuersTokens(
            @Value("${mdm.security.issuer-uri:}") String issuer,
            @Value("${mdm.security.audience:unefois}") String audience) {
        if (issuer.isBlank()) {
            throw new InvalidConfiguration(List.of(new Fault(
                    "mdm.yml", 0, "`mdm.security.issuer-uri` is missing: write the address of your OpenID issuer")));
        }
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .validateType(false) // ours does
                    .build();
            OAuth2TokenValidator<Jwt> validator = accessToken(issuer, audience);
            decoder.setJwtValidator(validator);
            return new KnownTokens(decoder, validator, Clock.systemUTC());
        });
    }

    /** What the issuer signed for another service, or to say who somebody is, opens nothing here. */
    private static OAuth2TokenValidator<Jwt> accessToken(String issuer, String audience) {
        JwtTypeValidator type = new JwtTypeValidator(List.of("JWT", "at+jwt"));
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                type, new JwtTimestampValidator(), new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience));
    }

    /** Without an issuer of proofs no proof is valid. */
    @Bean
    ProofDecoder citizensProofs(@Value("${mdm.security.proof-issuer-uri:}") String issuer) {
        if (issuer.isBlank()) {
            return proof -> {
                throw new BadJwtException("no issuer of proofs is configured");
            };
        }
        JwtDecoder decoder = new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(issuer));
        return decoder::decode;
    }
}
