package fr.unefois.mdm.api.console;

import fr.unefois.mdm.api.server.ServerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The demonstration's people have passwords; elsewhere they sign in at the issuer, and this page is not there. */
@Controller
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class LoginPage {
    @GetMapping("/console/login")
    String login() {
        return "console/login";
    }
}
