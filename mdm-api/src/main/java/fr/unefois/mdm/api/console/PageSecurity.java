package fr.unefois.mdm.api.console;

import fr.unefois.mdm.api.server.ServerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** People log in with a form and keep a session; every change they send carries a token against forgery. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class PageSecurity {
    /** No script, no style and no picture from anywhere else, and none inside the page. */
    private static final String CONTENT = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /** The portal's page has one script, its own, which asks its own server. */
    private static final String PORTAL = CONTENT + "; script-src 'self'; connect-src 'self'";

    @Bean
    @Order(30)
    SecurityFilterChain consoleOfTheDemo(HttpSecurity http) throws Exception {
        return console(http, "")
                .formLogin(form -> form.loginPage("/console/login")
                        .loginProcessingUrl("/console/login")
                        .defaultSuccessUrl("/console")
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/console/logout").logoutSuccessUrl("/console/login"))
                .build();
    }

    /**
     * What holds for the console however people sign in.
     *
     * @param issuer where a form may lead beside this server: signing out goes on there; empty for nowhere
     */
    static HttpSecurity console(HttpSecurity http, String issuer) throws Exception {
        return http.securityMatcher("/console", "/console/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/console/login", "/console/refused")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives((CONTENT + " " + issuer).strip()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    @Bean
    @Order(40)
    SecurityFilterChain story(HttpSecurity http) throws Exception {
        return http.securityMatcher("/demo/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.spa() // the portal's script reads its token from a cookie
                        .ignoringRequestMatchers("/demo/proofs")) // makes a token and changes nothing
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PORTAL))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
