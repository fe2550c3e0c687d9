package fr.unefois.mdm.api.access;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller's {@link Caller} parameter from the token or the session. */
final class Callers implements HandlerMethodArgumentResolver {
    private static final Set<String> OPERATIONS = Arrays.stream(fr.unefois.mdm.access.Operation.values())
            .map(operation -> operation.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Caller.class);
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Authentication authentication =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        return of(authentication, request.getHeader(Caller.PURPOSE_HEADER), request.getHeader(Caller.PROOF_HEADER));
    }

    static Caller of(Authentication authentication, @Nullable String purpose, @Nullable String proof) {
        if (authentication instanceof JwtAuthenticationToken authenticated) {
            Jwt token = authenticated.getToken();
            String client = client(token);
            return new Caller(client, agent(token, client), scopes(token), purpose, proof, token.getExpiresAt());
        }
        Person person = Person.of(authentication);
        return new Caller(person.role(), person.name(), Set.of(), purpose, proof, null);
    }

    /** Issuers differ in where they name the client. */
    private static String client(Jwt token) {
        return Stream.of("client_id", "azp", "sub")
                .map(token::getClaimAsString)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** The actor of a delegated token (RFC 8693), else the person whom a token of an application names. */
    private static @Nullable String agent(Jwt token, String client) {
        Object actor = token.getClaims().get("act");
        if (actor instanceof Map<?, ?> claims && claims.get("sub") instanceof String agent) {
            return agent;
        }
        String subject = token.getSubject();
        boolean itself = subject == null
                || subject.equals(client)
                || ("service-account-" + client).equals(token.getClaimAsString("preferred_username")); // Keycloak's
        return itself ? null : subject;
    }

    /** Scopes that are no operations, such as {@code openid}, narrow nothing. */
    private static Set<String> scopes(Jwt token) {
        Object claim = token.getClaims().get("scope");
        Stream<String> words = claim instanceof Iterable<?> list
                ? java.util.stream.StreamSupport.stream(list.spliterator(), false)
                        .map(String::valueOf)
                : Arrays.stream(String.valueOf(claim).split(" ", -1));
        Set<String> scopes = words.collect(Collectors.toCollection(HashSet::new));
        scopes.retainAll(OPERATIONS);
        return scopes;
    }
}
