package fr.unefois.mdm.api.console;

import fr.unefois.mdm.api.server.ServerSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Whoever types the bare address: to the portal in the demonstration, else to the console. */
@Controller
class FrontDoor {
    private final String leadsTo;

    FrontDoor(@Value("${" + ServerSettings.DEMO + ":false}") boolean demo) {
        this.leadsTo = demo ? "/demo" : "/console";
    }

    @GetMapping("/")
    String door() {
        return "redirect:" + leadsTo;
    }
}
