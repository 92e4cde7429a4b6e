package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.items.Situations;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.forms.FieldType;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.Problem;
import cn.gov.jiyuan.platform.forms.SummaryRow;
import cn.gov.jiyuan.platform.rules.RuleTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The window for walk-ins in the workbench (窗口收件). */
@RestController
@RequestMapping("/api/onestop/intake")
class IntakeController {
    private final WindowIntake intake;
    private final FileStore files;
    private final Cases cases;
    private final RuleTexts texts;

    IntakeController(WindowIntake intake, FileStore files, Cases cases, RuleTexts texts) {
        this.intake = intake;
        this.files = files;
        this.cases = cases;
        this.texts = texts;
    }

    /** What the clerk chooses before he begins. */
    record Item(
            String code,
            String name,
            String unitName,
            List<String> servedObjects,
            List<Situations.Case> situations,
            List<Material> materials) {}

    record Begin(
            String itemCode,
            @Nullable String situation,
            boolean firm,
            @Nullable String code,
            @Nullable String name,
            @Nullable String agentCode,
            @Nullable String agentName,
            @Nullable String phone) {}

    record Begun(UUID id) {}

    record Saved(
            int version,
            Map<String, List<String>> fields,
            @Nullable Map<String, List<String>> files) {}

    record Purpose(String purpose) {}

    record Stored(UUID fileId, String name) {}

    record Receipt(UUID caseId, String number, String queryCode) {}

    record Open(UUID id, String itemName, String visitor, Instant updatedAt) {}

    /**
     * An application at the window.
     *
     * @param answers identity numbers in it are masked
     * @param acceptance within what time the unit says whether it accepts, “5 个工作日”
     * @param missing id of the first page that is not answered; null if all are
     */
    record View(
            UUID id,
            int version,
            String itemCode,
            String itemName,
            @Nullable String situation,
            String visitor,
            boolean firm,
            List<FormPage> pages,
            Map<String, Object> answers,
            Map<String, String> files,
            @Nullable String missing,
            String acceptance,
            @Nullable UUID caseId) {}

    /** Answers that were refused, with every reason. */
    static final class Refused extends Fault {
        private final transient List<Problem> problems;

        Refused(List<Problem> problems) {
            super(OnestopError.FACT, problems.getFirst().message());
            this.problems = problems;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of(
                    "problems",
                    problems.stream()
                            .map(problem -> Map.of("pointer", problem.pointer(), "detail", problem.message()))
                            .toList());
        }
    }

    @GetMapping("/items")
    @Permitted(WindowIntake.INTAKE)
    List<ItemSummary> items(@RequestParam(defaultValue = "") String q, Actor clerk) {
        return intake.items(clerk, q);
    }

    @GetMapping("/items/{code}")
    @Permitted(WindowIntake.INTAKE)
    Item item(@PathVariable String code, Actor clerk) {
        ItemGuide guide = intake.taken(clerk, code);
        return new Item(
                code,
                guide.name(),
                guide.unitName(),
                guide.content().basics().serviceObjects(),
                guide.content().situations().cases(),
                guide.content().materials());
    }

    @GetMapping
    @Permitted(WindowIntake.INTAKE)
    List<Open> drafts(Actor clerk) {
        return intake.drafts(clerk).stream()
                .map(draft -> new Open(
                        draft.id(), draft.itemName(), intake.visitor(draft).orElse(""), draft.updatedAt()))
                .toList();
    }

    @PostMapping
    @Permitted(WindowIntake.INTAKE)
    Begun begin(@RequestBody Begin body, Actor clerk) {
        WindowVisitors.Visitor visitor = new WindowVisitors.Visitor(
                body.firm(),
                Objects.requireNonNullElse(body.code(), ""),
                Objects.requireNonNullElse(body.name(), ""),
                body.agentCode(),
                body.agentName(),
                body.phone());
        return new Begun(intake.begin(clerk, body.itemCode(), body.situation(), visitor));
    }

    @GetMapping("/{id}")
    @Permitted(WindowIntake.INTAKE)
    View show(@PathVariable UUID id, Actor clerk) {
        return view(intake.draft(clerk, id), false);
    }

    /** The same with identity numbers in full; the purpose goes into the audit trail. */
    @PostMapping("/{id}/reveal")
    @Permitted(WindowIntake.INTAKE)
    View reveal(@PathVariable UUID id, @RequestBody Purpose body, Actor clerk) {
        return view(intake.reveal(clerk, id, Objects.requireNonNullElse(body.purpose(), "")), true);
    }

    @PostMapping("/{id}/pages/{pageId}")
    @Permitted(WindowIntake.INTAKE)
    View answer(@PathVariable UUID id, @PathVariable String pageId, @RequestBody Saved body, Actor clerk) {
        List<Problem> problems = intake.answer(
                clerk, id, body.version(), pageId, body.fields(), Objects.requireNonNullElse(body.files(), Map.of()));
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return show(id, clerk);
    }

    /** Stores a scan for a field of the form. */
    @PostMapping("/{id}/files")
    @Permitted(WindowIntake.INTAKE)
    Stored upload(
            @PathVariable UUID id,
            @RequestParam String field,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor clerk) {
        intake.draft(clerk, id);
        if (file == null) {
            throw Fault.at("/" + field, OnestopError.FACT, "没有选择文件。");
        }
        try (InputStream content = file.getInputStream()) {
            FileStore.StoredFile stored = files.put(
                    clerk,
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    Objects.requireNonNullElse(file.getContentType(), ""),
                    content);
            intake.receive(clerk, id, stored.id(), field, stored.name());
            return new Stored(stored.id(), stored.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/{id}/hand-in")
    @Permitted(WindowIntake.INTAKE)
    Receipt handIn(@PathVariable UUID id, Actor clerk) {
        UUID caseId = intake.handIn(clerk, id);
        CaseView matter = cases.find(caseId).orElseThrow();
        return new Receipt(caseId, String.valueOf(matter.number()), cases.queryCode(caseId));
    }

    @DeleteMapping("/{id}")
    @Permitted(WindowIntake.INTAKE)
    void discard(@PathVariable UUID id, Actor clerk) {
        intake.discard(clerk, id);
    }

    private View view(Applications.Draft draft, boolean clear) {
        Application application = draft.application();
        return new View(
                application.id(),
                application.version(),
                application.item().code(),
                application.itemName(),
                application.situation(),
                intake.visitor(application).orElse(""),
                application.enterprise(),
                draft.form().pages(application.answers()),
                answers(draft, clear),
                draft.fileNames(),
                draft.firstIncomplete().map(FormPage::id).orElse(null),
                texts.of("onestop.acceptance.notice"),
                application.caseId());
    }

    private static Map<String, Object> answers(Applications.Draft draft, boolean clear) {
        Map<String, Object> shown =
                new LinkedHashMap<>(draft.application().answers().values());
        if (clear) {
            return shown;
        }
        Map<String, String> masked = draft.summary().stream()
                .collect(Collectors.toMap(SummaryRow::field, SummaryRow::masked, (first, second) -> first));
        for (FormField field : draft.form().fields()) {
            if (field.type() == FieldType.CITIZEN_ID && shown.containsKey(field.name())) {
                shown.put(field.name(), masked.getOrDefault(field.name(), ""));
            }
        }
        return shown;
    }
}
