package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.LocalPath;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Raising the real-name level (提升实名等级): why, by whom it is checked, and back to the page that asked for it. */
@Controller
class LevelPages {
    private final RealLevels levels;
    private final ActorDirectory directory;
    private final IdentitySettings settings;
    private final Texts texts;
    private final Clock clock;

    LevelPages(RealLevels levels, ActorDirectory directory, IdentitySettings settings, Texts texts, Clock clock) {
        this.levels = levels;
        this.directory = directory;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/identity/level")
    @Permitted(Permitted.SIGNED_IN)
    String show(
            @RequestParam(defaultValue = "3") int need,
            @RequestParam(defaultValue = "/identity/account") String next,
            @RequestParam(defaultValue = "false") boolean failed,
            Actor actor,
            Model model) {
        model.addAttribute("failed", failed);
        RealLevels.Standing standing = levels.standing(actor.personId());
        model.addAttribute("standing", standing);
        model.addAttribute("need", RealLevel.of(need));
        model.addAttribute("enough", standing.level().number() >= need);
        model.addAttribute("byFace", need <= RealLevel.FACE.number());
        model.addAttribute("provider", levels.providerName().orElse(""));
        model.addAttribute("next", LocalPath.orHome(next));
        return "identity/level";
    }

    @PostMapping("/identity/level")
    @Permitted(Permitted.SIGNED_IN)
    String begin(
            @RequestParam(defaultValue = "3") int need,
            @RequestParam(defaultValue = "/identity/account") String next,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            URI site = Objects.requireNonNullElseGet(settings.origin(), () -> PasskeyApi.site(request));
            return "redirect:/identity/face/" + levels.begin(actor, LocalPath.orHome(next), site);
        } catch (Fault fault) {
            return refused(fault, need, next, actor, model, response);
        }
    }

    private String refused(Fault fault, int need, String next, Actor actor, Model model, HttpServletResponse response) {
        Refusal.show(texts, fault, model, response);
        return show(need, next, false, actor, model);
    }

    /** A page of our own before the provider's: what is handed over, and a link; a form must not lead off the site. */
    @GetMapping("/identity/face/{id:[0-9a-f-]{36}}")
    @Permitted(Permitted.SIGNED_IN)
    String leave(@PathVariable UUID id, Actor actor, Model model) {
        LevelStore.Check check = levels.open(actor, id);
        model.addAttribute("check", check);
        model.addAttribute("demonstration", levels.demonstration().isPresent());
        return "identity/face";
    }

    @GetMapping("/identity/face/{id:[0-9a-f-]{36}}/demonstration")
    @Permitted(Permitted.SIGNED_IN)
    String demonstrate(@PathVariable UUID id, Actor actor, Model model) {
        if (levels.demonstration().isEmpty()) {
            throw new Fault(IdentityError.FACE_ABSENT);
        }
        model.addAttribute("check", levels.open(actor, id));
        return "identity/face-demonstration";
    }

    @PostMapping("/identity/face/{id:[0-9a-f-]{36}}/demonstration")
    @Permitted(Permitted.SIGNED_IN)
    String decide(@PathVariable UUID id, @RequestParam(defaultValue = "FAILED") String outcome, Actor actor) {
        DemonstrationFaces faces = levels.demonstration().orElseThrow(() -> new Fault(IdentityError.FACE_ABSENT));
        LevelStore.Check check = levels.open(actor, id);
        FaceProvider.Outcome chosen =
                outcome.equals("PASSED") ? FaceProvider.Outcome.PASSED : FaceProvider.Outcome.FAILED;
        String answer = JsonMapper.shared()
                .writeValueAsString(new FaceProvider.Answer(id, check.nonce(), chosen, clock.instant()));
        String coded = Base64.getUrlEncoder().withoutPadding().encodeToString(answer.getBytes(StandardCharsets.UTF_8));
        return "redirect:/identity/face/answer?result=" + coded + "&signature=" + faces.sign(answer);
    }

    /** Where the provider sends the person with its answer. */
    @GetMapping("/identity/face/answer")
    @Permitted(Permitted.SIGNED_IN)
    String answer(
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String signature,
            Actor actor) {
        RealLevels.Result taken = levels.answer(actor, decoded(result), signature);
        directory.forget(SessionActor.require());
        if (taken.passed()) {
            return "redirect:" + taken.next();
        }
        return "redirect:/identity/level?failed=true&need=" + taken.level() + "&next="
                + URLEncoder.encode(taken.next(), StandardCharsets.UTF_8);
    }

    private static String decoded(String result) {
        try {
            return new String(Base64.getUrlDecoder().decode(result), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Fault(IdentityError.FACE_ANSWER);
        }
    }
}
