package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.Situations;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FieldType;
import cn.gov.jiyuan.platform.forms.FileOffer;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.FormView;
import cn.gov.jiyuan.platform.forms.Problem;
import cn.gov.jiyuan.platform.portal.KeptForm;
import cn.gov.jiyuan.platform.portal.KeptForms;
import cn.gov.jiyuan.platform.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Applying: one question per page, each page saved, answers checked as a document, then a receipt. */
@Controller
@RequestMapping("/apply")
class ApplyPages {
    private static final String APPLY = "onestop.matter.apply";

    private final Applications applications;
    private final Submission submission;
    private final FileStore files;
    private final KeptForms keptForms;
    private final HeldPages heldPages;
    private final OwnDocuments documents;
    private final Texts texts;

    ApplyPages(
            Applications applications,
            Submission submission,
            FileStore files,
            KeptForms keptForms,
            HeldPages heldPages,
            OwnDocuments documents,
            Texts texts) {
        this.documents = documents;
        this.applications = applications;
        this.submission = submission;
        this.files = files;
        this.keptForms = keptForms;
        this.heldPages = heldPages;
        this.texts = texts;
    }

    @GetMapping("/{code:[0-9A-Z]{31}}/start")
    @Permitted(Permitted.SIGNED_IN)
    String intro(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String situation,
            Actor actor,
            Model model) {
        ItemGuide guide = applications.guide(code);
        if (!actor.isOfficial()) {
            applications.requirePower(actor, guide, actor.principalId());
        }
        Situations.Case chosen = guide.content().situations().byCode(situation).orElse(null);
        if (chosen == null && guide.content().situations().next(Map.of()).isPresent()) {
            return "redirect:/items/" + code + "/check";
        }
        OptionalInt level = Applications.lacking(actor, guide);
        if (level.isPresent() && !actor.isOfficial()) {
            return raise(
                    level.getAsInt(),
                    "/apply/" + code + "/start" + (chosen == null ? "" : "?situation=" + chosen.code()));
        }
        model.addAttribute("guide", guide);
        model.addAttribute("situation", chosen);
        List<Applications.Spared> spared = actor.isOfficial()
                ? List.of()
                : applications.spared(actor.principalId(), guide.content().materials(chosen));
        model.addAttribute("spared", spared);
        model.addAttribute(
                "materials",
                guide.content().materials(chosen).stream()
                        .filter(material -> spared.stream()
                                .noneMatch(one -> one.holds() && one.material().equals(material)))
                        .toList());
        model.addAttribute("promise", guide.content().terms(chosen).promise().text());
        model.addAttribute(
                "drafts",
                applications.drafts(actor).stream()
                        .filter(draft -> draft.item().code().equals(code))
                        .toList());
        return "onestop/start";
    }

    /** Leads to where the real-name level is raised, and from there back to the very page. */
    private static String raise(int level, String page) {
        return "redirect:/identity/level?need=" + level + "&next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    @PostMapping("/{code:[0-9A-Z]{31}}/start")
    @Permitted(APPLY)
    String start(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String situation,
            @RequestParam(required = false) @Nullable UUID principal,
            Actor actor) {
        return "redirect:/apply/" + applications.start(actor, code, situation, principal);
    }

    /** Where to go on: the first page that is not answered, or the check of all answers. */
    @GetMapping("/{id:[0-9a-f-]{36}}")
    @Permitted(APPLY)
    String resume(@PathVariable UUID id, Actor actor) {
        Applications.Draft draft = applications.own(actor, id);
        if (!applications.isOpen(draft.application())) {
            return toMatter(draft);
        }
        return draft.firstIncomplete()
                .map(page -> "redirect:/apply/" + id + "/" + page.id())
                .orElse("redirect:/apply/" + id + "/check");
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/{pageId:[a-z][a-z0-9-]*}")
    @Permitted(APPLY)
    String ask(
            @PathVariable UUID id,
            @PathVariable String pageId,
            @RequestParam(defaultValue = "false") boolean change,
            @RequestParam(defaultValue = "false") boolean skipped,
            Actor actor,
            Model model,
            HttpServletRequest request) {
        Applications.Draft draft = applications.own(actor, id);
        if (!applications.isOpen(draft.application())) {
            return toMatter(draft);
        }
        FormPage page = page(draft, pageId);
        if (!draft.reaches(page)) {
            return skipped(draft);
        }
        model.addAttribute("skipped", skipped);
        Answers saved = draft.application().answers();
        Optional<KeptForm> lost = keptForms.of(request, request.getRequestURI());
        Optional<KeptForm> kept = lost.or(() -> heldPages.of(actor, id, pageId, request.getRequestURI()));
        if (kept.isEmpty()) {
            return show(draft, page, saved, List.of(), change, model);
        }
        model.addAttribute("kept", kept.get());
        model.addAttribute("held", lost.isEmpty());
        Answers typed = draft.form()
                .unmask(page, draft.form().parse(page, kept.get().fields(), savedFiles(draft, page)), saved);
        boolean changing = change || kept.get().fields().containsKey("change");
        return show(draft, page, saved.plus(typed), List.of(), changing, model);
    }

    private static String toMatter(Applications.Draft draft) {
        return "redirect:/my/matters/" + draft.application().caseId();
    }

    /** The first page that is still to be answered, with a word on why it is not the one asked for. */
    private static String skipped(Applications.Draft draft) {
        UUID id = draft.application().id();
        return draft.firstIncomplete()
                .map(page -> "redirect:/apply/" + id + "/" + page.id() + "?skipped=true")
                .orElse("redirect:/apply/" + id + "/check");
    }

    private static Map<String, List<String>> savedFiles(Applications.Draft draft, FormPage page) {
        Map<String, List<String>> saved = new HashMap<>();
        for (FormField field : page.fields()) {
            if (field.type() == FieldType.FILES
                    && draft.application().answers().get(field.name()) instanceof List<?> ids) {
                saved.put(field.name(), ids.stream().map(String::valueOf).toList());
            }
        }
        return saved;
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/{pageId:[a-z][a-z0-9-]*}")
    @Permitted(APPLY)
    String answer(
            @PathVariable UUID id,
            @PathVariable String pageId,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) MultiValueMap<String, MultipartFile> uploads,
            Actor actor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Applications.Draft draft = ownOrHeld(actor, id, pageId, parameters);
        if (!applications.isOpen(draft.application())) {
            return toMatter(draft);
        }
        FormPage page = page(draft, pageId);
        if (!draft.reaches(page)) {
            return skipped(draft);
        }
        keptForms.release(request, response);
        List<Problem> problems = new ArrayList<>();
        Map<String, Applications.NewFile> stored = new HashMap<>();
        Map<String, List<String>> kept = files(draft, page, parameters, uploads, actor, stored, problems);
        Answers saved = draft.application().answers();
        Answers given = draft.form().unmask(page, draft.form().parse(page, parameters, kept), saved);
        boolean change = parameters.containsKey("change");
        if (draft.isChangedSince(page, parameters.getFirst("seen")) && !draft.holds(page, given)) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("otherwise", draft.summary(page));
            applications.receive(actor, id, stored);
            return show(applications.own(actor, id), page, saved.plus(given), List.of(), change, model);
        }
        problems.addAll(applications.answer(actor, id, draft.application().version(), page, given, stored));
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(
                    applications.own(actor, id),
                    page,
                    draft.application().answers().plus(given),
                    problems,
                    change,
                    model);
        }
        heldPages.release(actor, id, pageId);
        if (parameters.containsKey("_more")) {
            return "redirect:/apply/" + id + "/" + pageId + "#" + parameters.getFirst("_more");
        }
        return next(applications.own(actor, id), page, change);
    }

    /** What was typed is not lost when the page is refused; it waits until its writer may go on. */
    private Applications.Draft ownOrHeld(
            Actor actor, UUID id, String pageId, MultiValueMap<String, String> parameters) {
        try {
            return applications.own(actor, id);
        } catch (Fault refused) {
            heldPages.hold(actor, id, pageId, parameters);
            throw refused;
        }
    }

    private static String next(Applications.Draft draft, FormPage page, boolean change) {
        UUID id = draft.application().id();
        Optional<FormPage> following =
                draft.form().next(page, draft.application().answers());
        if (change && draft.firstIncomplete().isEmpty()) {
            return "redirect:/apply/" + id + "/check";
        }
        return following
                .map(next -> "redirect:/apply/" + id + "/" + next.id())
                .orElse("redirect:/apply/" + id + "/check");
    }

    /** Stores uploads and keeps those delivered before; a bad file becomes a problem of its field. */
    private Map<String, List<String>> files(
            Applications.Draft draft,
            FormPage page,
            MultiValueMap<String, String> parameters,
            MultiValueMap<String, MultipartFile> uploads,
            Actor actor,
            Map<String, Applications.NewFile> stored,
            List<Problem> problems) {
        Map<String, List<String>> byField = new LinkedHashMap<>();
        for (FormField field : page.fields()) {
            if (field.type() != FieldType.FILES) {
                continue;
            }
            List<String> ids = new ArrayList<>();
            for (String keep : parameters.getOrDefault(field.name() + ".keep", List.of())) {
                if (draft.fileNames().containsKey(keep)) {
                    ids.add(keep);
                }
            }
            for (String reuse : parameters.getOrDefault(field.name() + ".reuse", List.of())) {
                documents.choose(draft.application(), reuse).ifPresent(document -> {
                    if (document.refusal() == null && !ids.contains(document.fileId())) {
                        ids.add(document.fileId());
                        stored.put(
                                document.fileId(),
                                new Applications.NewFile(field.name(), document.name(), document.licenceId()));
                    }
                    if (document.refusal() != null) {
                        problems.add(
                                new Problem("/" + field.name(), OnestopError.LICENCE_VOID.code(), document.refusal()));
                    }
                });
            }
            for (MultipartFile upload :
                    uploads == null ? List.<MultipartFile>of() : uploads.getOrDefault(field.name(), List.of())) {
                if (!upload.isEmpty()
                        || !String.valueOf(upload.getOriginalFilename()).isBlank()) {
                    store(actor, field, upload, ids, stored, problems);
                }
            }
            byField.put(field.name(), ids);
        }
        return byField;
    }

    private void store(
            Actor actor,
            FormField field,
            MultipartFile upload,
            List<String> ids,
            Map<String, Applications.NewFile> stored,
            List<Problem> problems) {
        String name = String.valueOf(upload.getOriginalFilename());
        String type = upload.getContentType();
        try (InputStream in = upload.getInputStream()) {
            FileStore.StoredFile file = files.put(actor, name, type == null ? "application/octet-stream" : type, in);
            ids.add(file.id().toString());
            stored.put(file.id().toString(), new Applications.NewFile(field.name(), file.name(), null));
        } catch (Fault fault) {
            problems.add(new Problem(
                    "/" + field.name(),
                    fault.code().code(),
                    texts.of(fault.code().code(), fault.arguments())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormPage page(Applications.Draft draft, String pageId) {
        return draft.form().page(pageId).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
    }

    private String show(
            Applications.Draft draft,
            FormPage page,
            Answers answers,
            List<Problem> problems,
            boolean change,
            Model model) {
        model.addAttribute("draft", draft.application());
        model.addAttribute("change", change);
        model.addAttribute("seen", draft.fingerprint(page));
        model.addAttribute(
                "form",
                FormView.of(
                        draft.form(),
                        page,
                        answers,
                        draft.application().answers(),
                        problems,
                        id -> draft.fileNames().getOrDefault(id, "附件")));
        model.addAttribute("offers", offers(draft, page));
        List<FormPage> shown = draft.form().pages(draft.application().answers());
        int at = shown.indexOf(page);
        model.addAttribute(
                "back",
                at > 0
                        ? "/apply/" + draft.application().id() + "/"
                                + shown.get(at - 1).id()
                        : "/my");
        model.addAttribute("left", shown.subList(Math.max(at, 0), shown.size()));
        return "onestop/question";
    }

    /** What is at hand for each field of files that delivers a material. */
    private Map<String, List<FileOffer>> offers(Applications.Draft draft, FormPage page) {
        Map<String, List<FileOffer>> offers = new HashMap<>();
        for (FormField field : page.fields()) {
            String code = field.hints().material();
            applications.materials(draft.application()).stream()
                    .filter(material ->
                            field.type() == FieldType.FILES && material.code().equals(code))
                    .findFirst()
                    .ifPresent(material -> offers.put(field.name(), documents.offers(draft.application(), material)));
        }
        return offers;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/check")
    @Permitted(APPLY)
    String check(@PathVariable UUID id, Actor actor, Model model) {
        Applications.Draft draft = applications.own(actor, id);
        if (!applications.isOpen(draft.application())) {
            return toMatter(draft);
        }
        if (draft.firstIncomplete().isPresent()) {
            return skipped(draft);
        }
        model.addAttribute("draft", draft.application());
        model.addAttribute("rows", draft.summary());
        model.addAttribute(
                "spared",
                applications
                        .spared(draft.application().applicantId(), applications.materials(draft.application()))
                        .stream()
                        .filter(Applications.Spared::holds)
                        .toList());
        model.addAttribute(
                "guide", applications.guide(draft.application().item().code()));
        return "onestop/check";
    }

    /** Where a submission is confirmed, for whoever comes back to its address. */
    @GetMapping("/{id:[0-9a-f-]{36}}/submit")
    @Permitted(APPLY)
    String beforeSubmission(@PathVariable UUID id) {
        return "redirect:/apply/" + id + "/check";
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/submit")
    @Permitted(APPLY)
    String submit(@PathVariable UUID id, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        keptForms.release(request, response);
        Applications.Draft draft = applications.own(actor, id);
        OptionalInt level = applications.isOpen(draft.application())
                ? Applications.lacking(
                        actor, applications.guide(draft.application().item().code()))
                : OptionalInt.empty();
        if (level.isPresent()) {
            return raise(level.getAsInt(), "/apply/" + id + "/check");
        }
        return "redirect:/my/matters/" + submission.submit(actor, id) + "/receipt";
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/discard")
    @Permitted(APPLY)
    String discard(@PathVariable UUID id, Actor actor) {
        applications.discard(actor, id);
        return "redirect:/my";
    }
}
