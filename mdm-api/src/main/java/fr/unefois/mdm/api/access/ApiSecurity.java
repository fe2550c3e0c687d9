package fr.unefois.mdm.api.access;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemWriter;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API wants a bearer token on every call; its description and the page to try it are open to all. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity implements WebMvcConfigurer {
    /** What calls answer is data: nothing in it is a page, whatever a browser makes of it. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    /** The page to try the API has its script and its pictures with it, and styles that its script sets. */
    private static final String DESCRIPTION = DATA + "; script-src 'self'; connect-src 'self'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'self'";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Callers());
    }

    /** Calls are measured; that each is also measured filter by filter cost a tenth of the server's time. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(20)
    SecurityFilterChain api(HttpSecurity http, JwtDecoder decoder, ProblemWriter problems) throws Exception {
        AuthenticationEntryPoint entry = (request, response, e) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(response, Problem.UNAUTHENTICATED.detail());
        };
        AccessDeniedHandler denied = (request, response, e) -> problems.write(response, Problem.FORBIDDEN.detail());
        return http.securityMatcher("/v1/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder))
                        .authenticationEntryPoint(entry)
                        .accessDeniedHandler(denied))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(entry).accessDeniedHandler(denied))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(DATA)))
                .csrf(AbstractHttpConfigurer::disable) // no cookie, so no request to forge
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Health and metrics hold nobody's values; they are open to whoever reaches the port that is theirs alone. */
    @Bean
    @Order(10)
    SecurityFilterChain management(HttpSecurity http, @Value("${management.server.port}") int port) throws Exception {
        return http.securityMatcher(request -> request.getLocalPort() == port
                        && request.getRequestURI().startsWith("/actuator/"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** What is open to all, and, last, everything that nobody named: denied. */
    @Bean
    @Order(100)
    SecurityFilterChain rest(HttpSecurity http, ProblemWriter problems) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml",
                                "/swagger-ui.html",
                                "/swagger-ui/**",
                                "/webjars/**",
                                "/assets/**",
                                "/favicon.ico",
                                "/error",
                                "/")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> problems.write(response, Problem.NOT_FOUND.detail()))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.write(response, Problem.NOT_FOUND.detail())))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(DESCRIPTION)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
