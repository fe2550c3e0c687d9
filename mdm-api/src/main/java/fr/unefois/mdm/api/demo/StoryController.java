package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.server.ServerSettings;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Value;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One citizen's story on one page, in the demonstration only. */
@Controller
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class StoryController {
    private static final int LONGEST = 120;

    private final StoryTeller teller;
    private final Heroine heroine;
    private final Gate gate;
    private final Arrivals arrivals;
    private final Clock clock;

    StoryController(StoryTeller teller, Heroine heroine, Gate gate, Arrivals arrivals, Clock clock) {
        this.teller = teller;
        this.heroine = heroine;
        this.gate = gate;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @GetMapping("/demo/story")
    String story(Model model, Locale locale) {
        Optional<Story> story = teller.tell(locale);
        if (story.isEmpty()) {
            return "demo/nobody";
        }
        model.addAttribute("story", story.get());
        return "demo/story";
    }

    /** She tells the portal that she moved: as the portal would, under its contract. */
    @PostMapping("/demo/story/move")
    String move(@RequestParam String line, @RequestParam String postcode, @RequestParam String city) {
        Call call = gate.open(StoryTeller.PORTAL, Operation.WRITE);
        heroine.accountRecord().ifPresent(known -> {
            Map<Attribute, List<Value>> values = new TreeMap<>(known.values());
            values.put(Attribute.ADDRESSES, List.of(new Address(cut(line), cut(postcode), cut(city), null)));
            gate.granted(gate.policy().write(call.granted(), known.key().source(), values.keySet()));
            Arrival arrival =
                    arrivals.arrive(new CitizenRecord(known.key(), clock.instant(), values, known.relations()));
            gate.account(call, arrival.refs().get(0), List.of(Attribute.ADDRESSES));
        });
        return "redirect:/demo/story#move";
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length())).strip();
    }
}
