package fr.unefois.mdm.api.access;

import org.springframework.security.oauth2.jwt.Jwt;

/** Checks the signature, the issuer and the dates of a citizen's proof; another issuer's than that of our clients' tokens. */
@FunctionalInterface
public interface ProofDecoder {
    /** @throws org.springframework.security.oauth2.jwt.JwtException where it is not valid */
    Jwt decode(String proof);
}
