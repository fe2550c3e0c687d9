package fr.unefois.mdm.api.access;

import fr.unefois.mdm.access.ServiceContract;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.value.AttributesReader;
import fr.unefois.mdm.api.value.FranceConnect;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Resolved;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Which citizen a signed proof is of: an identity token whose pivot claims fit one citizen beyond doubt. */
@Component
public final class SubjectProofs {
    private static final SourceKey ASKED = new SourceKey("", "asked");
    private static final List<String> PIVOT = List.of(
            "family_name", "given_name", "birthdate", "gender", "birthplace", "birthcountry", "preferred_username");
    private static final int FEWEST = 3;

    private final ProofDecoder decoder;
    private final Arrivals arrivals;

    SubjectProofs(ProofDecoder decoder, Arrivals arrivals) {
        this.decoder = decoder;
        this.arrivals = arrivals;
    }

    /** @throws ProblemException 401 where the proof is not valid, or was made out for another client */
    public @Nullable UUID citizen(ServiceContract contract, String proof) {
        Jwt token;
        try {
            token = decoder.decode(proof);
        } catch (JwtException e) {
            throw invalid();
        }
        List<String> audience = token.getAudience();
        if (audience == null || !audience.contains(contract.client())) {
            throw invalid();
        }
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        PIVOT.stream().filter(token::hasClaim).forEach(name -> claims.put(name, token.getClaim(name)));
        if (claims.size() < FEWEST || !token.hasClaim("family_name")) {
            throw invalid();
        }
        Resolved resolved = arrivals.resolve(
                new CitizenRecord(ASKED, null, AttributesReader.canonical(FranceConnect.canonical(claims))), 1);
        return resolved.outcome() == Resolved.Outcome.MATCH
                ? resolved.candidates().get(0).ref()
                : null;
    }

    private static ProblemException invalid() {
        return new ProblemException(
                Problem.UNAUTHENTICATED,
                "The citizen's proof in " + Caller.PROOF_HEADER + " is not valid, or not made out for this client.");
    }
}
