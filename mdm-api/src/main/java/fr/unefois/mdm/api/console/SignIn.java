package fr.unefois.mdm.api.console;

import fr.unefois.mdm.api.access.Person;
import fr.unefois.mdm.api.server.ServerSettings;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Outside the demo, people sign in to the console at the installation's OpenID Connect issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "false")
@ConditionalOnProperty(name = "mdm.security.console.client-id")
class SignIn {
    private static final String REGISTRATION = "console";
    private static final String START = "/console/signin";
    private static final String BACK = "/console/signed-in/";

    /** Asks the issuer what it can do when somebody first signs in: the API serves before, and without. */
    @Bean
    ClientRegistrationRepository consoleAtTheIssuer(
            @Value("${mdm.security.issuer-uri:}") String issuer,
            @Value("${mdm.security.console.client-id}") String id,
            @Value("${mdm.security.console.client-secret:}") String secret) {
        return new SupplierClientRegistrationRepository(() -> {
            ClientRegistration registration = ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId(REGISTRATION)
                    .clientId(id)
                    .clientSecret(secret)
                    .redirectUri("{baseUrl}" + BACK + "{registrationId}")
                    .scope("openid", "profile")
                    .userNameAttributeName("sub")
                    .build();
            return new InMemoryClientRegistrationRepository(registration);
        });
    }

    @Bean
    @Order(30)
    SecurityFilterChain console(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            @Value("${mdm.security.issuer-uri:}") String issuer,
            @Value("${mdm.security.console.roles-claim:roles}") String claim,
            @Value("${mdm.security.console.roles:steward,senior-steward,dpo,administrator,auditor}") List<String> roles)
            throws Exception {
        OidcClientInitiatedLogoutSuccessHandler out = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        out.setPostLogoutRedirectUri("{baseUrl}/console");
        String start = START + "/" + REGISTRATION;
        return PageSecurity.console(http, origin(issuer))
                .oauth2Login(login -> login.clientRegistrationRepository(registrations)
                        .loginPage(start)
                        .authorizationEndpoint(endpoint -> endpoint.baseUri(START))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(BACK + "*"))
                        .userInfoEndpoint(endpoint -> endpoint.userAuthoritiesMapper(roles(claim, roles)))
                        .defaultSuccessUrl("/console")
                        .failureUrl("/console/refused"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(start)))
                .logout(logout -> logout.logoutUrl("/console/logout").logoutSuccessHandler(out))
                .build();
    }

    private static String origin(String issuer) {
        URI uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    /** Of the issuer's roles the first that may be taken here; nobody has two hats on at once. */
    private static GrantedAuthoritiesMapper roles(String claim, List<String> roles) {
        return authorities -> authorities.stream()
                .filter(OidcUserAuthority.class::isInstance)
                .map(OidcUserAuthority.class::cast)
                .flatMap(user -> named(user.getAttributes(), claim).stream())
                .filter(roles::contains)
                .sorted(Comparator.comparingInt(roles::indexOf))
                .limit(1)
                .map(Person::authority)
                .toList();
    }

    /** The claim may be a path, such as {@code realm_access.roles}. */
    private static List<String> named(Map<String, Object> claims, String path) {
        @Nullable Object at = claims;
        for (String step : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }
}
