package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.TimelineEntry;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.portal.Refusal;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 替未成年子女办事: claiming to be a guardian, with proof, and what became of it. */
@Controller
@RequestMapping("/identity/guardianships")
class GuardianshipPages {
    private static final String CLAIM = "identity.guardianship.claim";

    private final Guardianships guardianships;
    private final Cases cases;
    private final FileStore files;
    private final Majority majority;
    private final DelegationRules rules;
    private final Texts texts;
    private final Clock clock;

    GuardianshipPages(
            Guardianships guardianships,
            Cases cases,
            FileStore files,
            Majority majority,
            DelegationRules rules,
            Texts texts,
            Clock clock) {
        this.guardianships = guardianships;
        this.cases = cases;
        this.files = files;
        this.majority = majority;
        this.rules = rules;
        this.texts = texts;
        this.clock = clock;
    }

    /** One line of the list. @param reason why it was refused; empty if it was not */
    record Line(String ward, String kinship, String filed, String state, String mark, String reason, String number) {}

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    String list(Actor actor, Model model) {
        model.addAttribute(
                "claims", guardianships.of(actor).stream().map(this::line).toList());
        law(model);
        return "identity/guardianships";
    }

    private void law(Model model) {
        model.addAttribute("age", majority.age());
        model.addAttribute("basis", majority.basis());
        model.addAttribute("law", rules.guardianship());
    }

    private Line line(Guardianships.Standing standing) {
        CaseView matter = standing.matter();
        String reason = matter.state().equals("refused")
                ? cases.timeline(matter.id()).stream()
                        .filter(entry -> entry.action().equals(GuardianshipType.REFUSE))
                        .map(TimelineEntry::reason)
                        .findFirst()
                        .orElse("")
                : "";
        String mark = matter.state().equals("confirmed") ? "on" : matter.state().equals("submitted") ? "wait" : "";
        return new Line(
                standing.claim().ward().name(),
                standing.claim().kinship().label(),
                DateText.full(standing.claim().filedAt().atZone(clock.getZone()).toLocalDate()),
                matter.stateLabel(),
                mark,
                reason,
                String.valueOf(matter.number()));
    }

    @GetMapping("/new")
    @Permitted(CLAIM)
    String blank(Model model) {
        law(model);
        model.addAttribute("kinships", Kinship.values());
        return "identity/guardianship-new";
    }

    @PostMapping("/new")
    @Permitted(CLAIM)
    String claim(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String idNumber,
            @RequestParam(defaultValue = "") String kinship,
            @RequestParam(required = false) @Nullable List<MultipartFile> proof,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        try {
            GuardianshipStore.Ward ward = new GuardianshipStore.Ward(name, idNumber);
            Kinship kind = Arrays.stream(Kinship.values())
                    .filter(value -> value.name().equals(kinship))
                    .findFirst()
                    .orElse(null);
            guardianships.check(actor, ward, kind);
            guardianships.claim(actor, ward, kind == null ? Kinship.APPOINTED : kind, stored(actor, proof));
            return "redirect:/identity/guardianships";
        } catch (Fault fault) {
            Refusal.show(texts, fault, model, response);
            String pointer = fault.pointer();
            model.addAttribute("field", pointer == null ? "proof" : pointer.substring(1));
            model.addAttribute("name", name);
            model.addAttribute("idNumber", idNumber);
            model.addAttribute("kinship", kinship);
            return blank(model);
        }
    }

    private List<FileStore.StoredFile> stored(Actor actor, @Nullable List<MultipartFile> proof) {
        List<FileStore.StoredFile> stored = new ArrayList<>();
        for (MultipartFile file : proof == null ? List.<MultipartFile>of() : proof) {
            if (!file.isEmpty()) {
                stored.add(stored(actor, file));
            }
        }
        return stored;
    }

    private FileStore.StoredFile stored(Actor actor, MultipartFile file) {
        String type = file.getContentType();
        try (InputStream in = file.getInputStream()) {
            return files.put(
                    actor,
                    String.valueOf(file.getOriginalFilename()),
                    type == null ? "application/octet-stream" : type,
                    in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
