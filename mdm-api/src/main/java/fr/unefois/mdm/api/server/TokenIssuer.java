package fr.unefois.mdm.api.server;

import fr.unefois.mdm.api.access.ProofDecoder;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.InvalidConfiguration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Outside the demo, tokens are those of the installation's own OpenID Connect issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "false")
class TokenIssuer {
    @Bean
    JwtDecoder issuersTokens(@Value("${mdm.security.issuer-uri:}") String issuer) {
        if (issuer.isBlank()) {
            throw new InvalidConfiguration(List.of(new Fault(
                    "mdm.yml", 0, "`mdm.security.issuer-uri` is missing: write the address of your OpenID issuer")));
        }
        return new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(issuer));
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
