package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.server.ServerSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;

/**
 * The demonstration's portal, for the pages in {@code static/demo}: the browser has a session, the server the tokens. The
 * browser never says of whom it asks: a session asks for its own citizen.
 */
@Controller
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class PortalController {
    private static final String LOGIN = "portal.login";
    private static final String SOURCE = "portail";
    private static final List<String> CONTACTS = List.of("emails", "phones", "addresses");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final PortalApi api;

    PortalController(PortalApi api) {
        this.api = api;
    }

    /** @param person one of the townspeople; else the claims of an identity that was typed */
    record LoginRequest(@Nullable String person, @Nullable Map<String, String> claims) {
        @Override
        public String toString() {
            return "LoginRequest[withheld]";
        }
    }

    record Session(String givenName, boolean known) {
        static Session of(PortalLogin login) {
            return new Session(login.identity().givenName(), login.ref() != null);
        }

        @Override
        public String toString() {
            return "Session[withheld]";
        }
    }

    @GetMapping("/demo")
    String page() {
        return "forward:/demo/portal.html";
    }

    @PostMapping("/demo/portal/session")
    @ResponseBody
    Session login(@RequestBody LoginRequest asked, HttpServletRequest request) {
        PortalLogin.Identity identity = asked.person() == null
                ? PortalPeople.typed(asked.claims() == null ? Map.of() : asked.claims())
                : PortalPeople.named(asked.person()).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        ResponseEntity<String> found = api.call(
                request.getLocalPort(),
                "POST",
                "identities/resolve",
                Map.of("attributes", identity.claims()),
                identity);
        if (!found.getStatusCode().is2xxSuccessful()) {
            throw new ProblemException(Problem.MALFORMED, "A family name, given names and a date of birth are needed.");
        }
        JsonNode answer = api.read(found);
        // POSSIBLE is not enough: another citizen's data must not be shown
        String ref = answer.path("outcome").asString("").equals("MATCH")
                ? answer.path("candidates").path(0).path("ref").asString("")
                : null;
        PortalLogin login = new PortalLogin(identity, ref);
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(LOGIN, login);
        return Session.of(login);
    }

    @GetMapping("/demo/portal/session")
    @ResponseBody
    Session session(HttpSession session) {
        return Session.of(login(session));
    }

    @DeleteMapping("/demo/portal/session")
    @ResponseBody
    ResponseEntity<Void> logout(HttpSession session) {
        session.invalidate();
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/demo/portal/profile")
    @ResponseBody
    ResponseEntity<String> profile(HttpServletRequest request) {
        return own(request, "GET", "", null);
    }

    @GetMapping("/demo/portal/accesses")
    @ResponseBody
    ResponseEntity<String> accesses(HttpServletRequest request) {
        return own(request, "GET", "/accesses", null);
    }

    @GetMapping("/demo/portal/prefill/{form}")
    @ResponseBody
    ResponseEntity<String> prefill(
            HttpServletRequest request,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable String child) {
        return own(request, "GET", "/prefill/" + name(form) + (child == null ? "" : "?child=" + name(child)), null);
    }

    @GetMapping("/demo/portal/consents")
    @ResponseBody
    ResponseEntity<String> consents(HttpServletRequest request) {
        return own(request, "GET", "/consents", null);
    }

    @PutMapping("/demo/portal/consents/{consent}")
    @ResponseBody
    ResponseEntity<String> consent(
            HttpServletRequest request, @PathVariable String consent, @RequestBody Map<String, Boolean> said) {
        return own(request, "PUT", "/consents/" + name(consent), said);
    }

    /** What the citizen corrected. The record is put whole: who they are, and each contact they gave this portal. */
    @PutMapping("/demo/portal/contacts")
    @ResponseBody
    ResponseEntity<String> correct(HttpServletRequest request, @RequestBody Map<String, List<Object>> corrected) {
        PortalLogin login = login(request.getSession());
        Map<String, Object> attributes = login.identity().attributes();
        JsonNode known = login.ref() == null
                ? null
                : api.read(own(request, "GET", "", null)).path("attributes");
        for (String contact : CONTACTS) {
            List<Object> values = corrected.containsKey(contact) ? corrected.get(contact) : given(known, contact);
            if (values != null && !values.isEmpty()) {
                attributes.put(contact, values);
            }
        }
        ResponseEntity<String> answer = api.call(
                request.getLocalPort(),
                "PUT",
                "sources/" + SOURCE + "/records/" + login.identity().sub(),
                Map.of("attributes", attributes),
                login.identity());
        if (answer.getStatusCode().is2xxSuccessful()) {
            String ref = api.read(answer).path("refs").path(0).asString("");
            request.getSession().setAttribute(LOGIN, new PortalLogin(login.identity(), ref));
        }
        return answer;
    }

    /** What they told this portal before; what other services know stays theirs to say. */
    private static List<Object> given(@Nullable JsonNode known, String contact) {
        List<Object> given = new ArrayList<>();
        if (known != null) {
            for (JsonNode shown : known.path(contact)) {
                if (shown.path("source").asString("").equals(SOURCE)) {
                    given.add(shown.path("value"));
                }
            }
        }
        return given;
    }

    private ResponseEntity<String> own(HttpServletRequest request, String method, String path, @Nullable Object body) {
        PortalLogin login = login(request.getSession());
        if (login.ref() == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return api.call(request.getLocalPort(), method, "profiles/" + login.ref() + path, body, login.identity());
    }

    private static PortalLogin login(HttpSession session) {
        if (session.getAttribute(LOGIN) instanceof PortalLogin login) {
            return login;
        }
        throw new ProblemException(Problem.UNAUTHENTICATED);
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return text;
    }
}
