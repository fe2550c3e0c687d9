package fr.unefois.mdm.api.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.unefois.mdm.access.Contracts;
import fr.unefois.mdm.access.ServiceContract;
import fr.unefois.mdm.api.access.ProofDecoder;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemWriter;
import fr.unefois.mdm.api.server.ServerSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** In the demonstration the service is its own authorization server, for the accounts of {@code demo.env} alone. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class DemoSecurity {
    private static final Duration TOKEN = Duration.ofMinutes(5);

    @Bean
    @Order(10)
    SecurityFilterChain authorizationServer(HttpSecurity http, ProblemWriter problems) throws Exception {
        return http.securityMatcher("/oauth2/**", "/.well-known/oauth-authorization-server")
                .oauth2AuthorizationServer(server -> {})
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/oauth2/**"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, e) -> problems.write(response, Problem.UNAUTHENTICATED.detail())))
                .build();
    }

    @Bean
    DemoCredentials credentials(ServerSettings settings) {
        return DemoCredentials.in(settings.home(), "http://localhost:" + settings.port());
    }

    @Bean
    PasswordEncoder secrets() {
        return new RandomSecrets();
    }

    @Bean
    RegisteredClientRepository clients(
            DemoCredentials credentials, PasswordEncoder secrets, Supplier<Contracts> contracts) {
        List<RegisteredClient> clients = Arrays.stream(DemoAccount.values())
                .map(account -> RegisteredClient.withId(
                                UUID.nameUUIDFromBytes(account.id().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                        .toString())
                        .clientId(account.id())
                        .clientSecret(secrets.encode(credentials.secretOf(account)))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .scopes(scopes -> scopes.addAll(operations(account, contracts.get())))
                        .tokenSettings(TokenSettings.builder()
                                .accessTokenTimeToLive(TOKEN)
                                .build())
                        .build())
                .toList();
        return new InMemoryRegisteredClientRepository(clients);
    }

    /** A token may be asked for with less than the contract allows, never with more. */
    private static Set<String> operations(DemoAccount account, Contracts contracts) {
        return contracts.of(account.id()).map(ServiceContract::operations).orElse(Set.of()).stream()
                .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Bean
    UserDetailsService people(DemoCredentials credentials, PasswordEncoder secrets) {
        return new InMemoryUserDetailsManager(Arrays.stream(DemoAccount.values())
                .filter(DemoAccount::person)
                .map(account -> User.withUsername(account.id())
                        .password(secrets.encode(credentials.passwordOf(account)))
                        .roles(account.name())
                        .build())
                .toList());
    }

    /** The key lives as long as the process: a restart ends every token, five minutes early at most. */
    @Bean
    JWKSource<SecurityContext> signingKey() throws JOSEException {
        RSAKey key =
                new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new InMemoryOAuth2AuthorizationService();
    }

    /** A token that was revoked at {@code /oauth2/revoke} is none any more, whatever its signature says. */
    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys, OAuth2AuthorizationService authorizations) {
        JwtDecoder decoder = OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        return token -> {
            Jwt decoded = decoder.decode(token);
            OAuth2Authorization given = authorizations.findByToken(token, OAuth2TokenType.ACCESS_TOKEN);
            OAuth2Authorization.Token<OAuth2AccessToken> access = given == null ? null : given.getAccessToken();
            if (access == null || !access.isActive()) {
                throw new BadJwtException("revoked, or none of ours");
            }
            return decoded;
        };
    }

    /** The demonstration stands in for FranceConnect too; a client's access token, signed by the same key, is no proof. */
    @Bean
    ProofDecoder citizensProofs(JWKSource<SecurityContext> keys) {
        JwtDecoder decoder = OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        return proof -> {
            Jwt token = decoder.decode(proof);
            if (!DemoProofs.ISSUER.equals(token.getClaimAsString("iss"))) {
                throw new BadJwtException("not the issuer of proofs");
            }
            return token;
        };
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().build();
    }
}
