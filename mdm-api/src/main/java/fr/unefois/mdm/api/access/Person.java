package fr.unefois.mdm.api.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody who signed in to the console: the role has the service contract, the person acts.
 *
 * @param role empty where the issuer gave them none that is known here: then nothing is allowed
 */
public record Person(String role, String name) {
    private static final String PREFIX = "ROLE_";

    /** What Spring Security keeps of a role. */
    public static GrantedAuthority authority(String role) {
        return new SimpleGrantedAuthority(PREFIX + role);
    }

    static Person of(Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            return new Person(authentication.getName(), authentication.getName());
        }
        String role = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .findFirst()
                .orElse("");
        String name = user.getPreferredUsername();
        return new Person(role, name == null ? user.getName() : name);
    }

    @Override
    public String toString() {
        return "Person[" + role + "]";
    }
}
