package fr.unefois.mdm.api.console;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.review.ReviewQueue;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.record.Judgement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The stewards' pages: the tasks, a pair side by side, the decision. */
@Controller
class ConsoleController {
    private static final int PAGE = 50;

    private final ReviewQueue queue;
    private final PairView pairs;

    ConsoleController(ReviewQueue queue, PairView pairs) {
        this.queue = queue;
        this.pairs = pairs;
    }

    /** Whom the issuer sent back without having signed them in. */
    @GetMapping("/console/refused")
    ModelAndView refused() {
        return new ModelAndView("console/said", Map.of("said", "console.signin.failed"), HttpStatus.FORBIDDEN);
    }

    @GetMapping("/console")
    String tasks(Caller caller, Model model) {
        Call call = queue.open(caller);
        model.addAttribute("count", queue.count());
        model.addAttribute(
                "tasks",
                queue.tasks(call, 0, PAGE).stream()
                        .map(review -> pairs.line(call, review))
                        .toList());
        return "console/tasks";
    }

    @GetMapping("/console/reviews/{id}")
    String task(Caller caller, @PathVariable String id, Model model) {
        Call call = queue.open(caller);
        model.addAttribute("pair", pairs.pair(call, queue.task(call, id, pairs.attributes(call))));
        return "console/task";
    }

    @PostMapping("/console/reviews/{id}")
    String judge(
            Caller caller,
            @PathVariable String id,
            @RequestParam Judgement.Verdict verdict,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String comment,
            RedirectAttributes said) {
        Call call = queue.open(caller);
        try {
            Arrival arrival = queue.judge(call, id, version, verdict, comment);
            said.addFlashAttribute("said", "console.done." + arrival.effect());
        } catch (ProblemException e) {
            if (e.detail().getStatus() == Problem.PAIR_CHANGED.status().value()) {
                said.addFlashAttribute("said", "console.changed");
                return "redirect:/console/reviews/" + java.util.UUID.fromString(id);
            }
            throw e;
        }
        return "redirect:/console";
    }

    /** A steward's page says in words what the API says in JSON. */
    @ExceptionHandler
    ModelAndView problem(ProblemException e) {
        boolean refused = e.detail().getStatus() == HttpStatus.FORBIDDEN.value();
        ModelAndView view =
                new ModelAndView("console/said", HttpStatus.valueOf(e.detail().getStatus()));
        view.addObject("said", refused ? "console.refused" : "console.gone");
        return view;
    }
}
