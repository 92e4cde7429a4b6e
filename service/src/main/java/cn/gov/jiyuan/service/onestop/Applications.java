package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.identity.Authority;
import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.Forms;
import cn.gov.jiyuan.platform.forms.Problem;
import cn.gov.jiyuan.platform.forms.SummaryRow;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Parties;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filling in an application, page by page, each page saved. */
@Service
class Applications {
    private final ApplicationStore store;
    private final ItemCatalogue items;
    private final Forms forms;
    private final Parties parties;
    private final Licences licences;
    private final Cases cases;
    private final MaterialCheck check;
    private final Standing standing;
    private final Clock clock;

    Applications(
            JdbcClient jdbc,
            PersonalCipher cipher,
            ItemCatalogue items,
            Forms forms,
            Parties parties,
            Licences licences,
            Cases cases,
            MaterialCheck check,
            Standing standing,
            Clock clock) {
        this.store = new ApplicationStore(jdbc, cipher);
        this.items = items;
        this.forms = forms;
        this.parties = parties;
        this.licences = licences;
        this.cases = cases;
        this.check = check;
        this.standing = standing;
        this.clock = clock;
    }

    /** An application with the form that it keeps. */
    record Draft(Application application, FormDefinition form, Map<String, String> fileNames) {
        Optional<FormPage> firstIncomplete() {
            return form.firstIncomplete(application.answers());
        }

        /** Whether the page may be opened: those before it are answered. */
        boolean reaches(FormPage page) {
            List<FormPage> shown = form.pages(application.answers());
            int wanted = shown.indexOf(page);
            int reached = firstIncomplete().map(shown::indexOf).orElse(shown.size());
            return wanted >= 0 && wanted <= reached;
        }

        /** Stands for what is saved on a page, so that a window can tell whether another has saved since. */
        String fingerprint(FormPage page) {
            return Integer.toHexString(answersOf(page).hashCode());
        }

        boolean isChangedSince(FormPage page, @Nullable String seen) {
            return seen != null && !seen.equals(fingerprint(page));
        }

        /** Whether just this is saved already. */
        boolean holds(FormPage page, Answers given) {
            return form.merge(application.answers(), page, given).equals(application.answers());
        }

        private String answersOf(FormPage page) {
            Map<String, Object> saved = new LinkedHashMap<>();
            page.fields().forEach(field -> {
                Object value = application.answers().get(field.name());
                if (value != null) {
                    saved.put(field.name(), value);
                }
            });
            return Answers.of(saved).toJson();
        }

        /** Lines for check-answers; what is personal in them is for {@link SummaryRow#masked()}. */
        List<SummaryRow> summary() {
            return form.summary(application.answers(), file -> fileNames.getOrDefault(file, "附件"));
        }

        List<SummaryRow> summary(FormPage page) {
            return summary().stream()
                    .filter(row -> row.pageId().equals(page.id()))
                    .toList();
        }
    }

    /** The item, known to be in force and open to online applications. */
    ItemGuide guide(String code) {
        ItemGuide guide = items.inForce(code).orElseThrow(() -> new Fault(OnestopError.ITEM, code));
        if (!guide.content().handling().online() || guide.content().handling().formId() == null) {
            throw new Fault(OnestopError.OFFLINE, guide.name());
        }
        return guide;
    }

    @Transactional
    public UUID start(Actor actor, String code) {
        return start(actor, code, null, null);
    }

    /**
     * @param situation code of the chosen situation; an unknown one counts as none, which asks for all materials
     * @param principal for whom the page said that it would be; null if it did not say
     */
    @Transactional
    public UUID start(Actor actor, String code, @Nullable String situation, @Nullable UUID principal) {
        requirePrivate(actor);
        ItemGuide guide = guide(code);
        requirePower(actor, guide, principal == null ? actor.principalId() : principal);
        requireServed(actor, guide);
        requireLevel(actor, guide);
        FormDefinition form = form(guide);
        KnownFacts known = new KnownFacts(actor, parties);
        Application application = Application.begun(
                guide,
                situation,
                form,
                actor,
                actor.actingAs() == ActingAs.ENTERPRISE,
                form.prefill(known::get),
                clock.instant());
        store.insert(application);
        return application.id();
    }

    /** May he begin this for the principal, in the capacity in which he is? */
    void requirePower(Actor actor, ItemGuide guide, UUID principal) {
        boolean enterprise = principal.equals(actor.principalId())
                ? actor.actingAs() == ActingAs.ENTERPRISE
                : parties.legalEntity(principal).isPresent();
        String page = "/apply/" + guide.code() + "/start";
        standing.require(actor, new Standing.Subject(principal, enterprise, actor.personId(), page), guide);
    }

    FormDefinition form(ItemGuide guide) {
        String id = guide.content().handling().formId();
        if (id == null) {
            throw new Fault(OnestopError.OFFLINE, guide.name());
        }
        Integer version = guide.content().handling().formVersion();
        return version == null ? forms.latest(id) : forms.find(id, version);
    }

    private static void requirePrivate(Actor actor) {
        if (actor.isOfficial()) {
            throw new Fault(OnestopError.PRIVATE_CAPACITY);
        }
    }

    /** The level that the actor still lacks for an item: what it asks for; empty if he has it. */
    static OptionalInt lacking(Actor actor, ItemGuide guide) {
        int minimum = guide.content().handling().minimumRealLevel();
        return actor.realLevel() < minimum ? OptionalInt.of(minimum) : OptionalInt.empty();
    }

    static void requireLevel(Actor actor, ItemGuide guide) {
        lacking(actor, guide).ifPresent(minimum -> {
            throw new Fault(OnestopError.REAL_LEVEL, guide.name(), minimum, actor.realLevel());
        });
    }

    static void requireServed(Actor actor, ItemGuide guide) {
        List<String> served = guide.content().basics().serviceObjects();
        boolean enterprise = actor.actingAs() == ActingAs.ENTERPRISE;
        boolean forPeople = served.contains("自然人");
        boolean forEntities = served.stream().anyMatch(object -> object.contains("法人") || object.contains("组织"));
        if (!served.isEmpty() && !(enterprise ? forEntities : forPeople)) {
            throw new Fault(OnestopError.NOT_FOR_YOU, guide.name(), String.join("、", served));
        }
    }

    static @Nullable UUID agent(Actor actor) {
        return actor.personId().equals(actor.principalId()) ? null : actor.personId();
    }

    /** The actor's own application. */
    Draft own(Actor actor, UUID id) {
        Application application = store.find(id).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
        requirePower(actor, application);
        return draft(application);
    }

    Authority.Power requirePower(Actor actor, Application application) {
        Standing.Subject subject = new Standing.Subject(
                application.applicantId(),
                application.enterprise(),
                application.agentId(),
                "/apply/" + application.id());
        return standing.require(actor, subject, items.version(application.item()));
    }

    /** Whether the answers may still be changed: before the submission, and while a correction is asked for. */
    boolean isOpen(Application application) {
        UUID caseId = application.caseId();
        return caseId == null
                || cases.find(caseId)
                        .filter(matter -> matter.state().equals("correction"))
                        .isPresent();
    }

    Optional<Draft> ofCase(UUID caseId) {
        return store.ofCase(caseId).map(this::draft);
    }

    Draft draft(Application application) {
        return new Draft(application, asked(application), store.files(application.id()));
    }

    /** What the item of an application asks for in the situation that was chosen. */
    List<Material> materials(Application application) {
        ItemContent content = items.version(application.item()).content();
        return content.materials(
                content.situations().byCode(application.situation()).orElse(null));
    }

    /** The form without the materials that the situation spares and those that the government has already (免提交). */
    FormDefinition asked(Application application) {
        FormDefinition form = forms.find(application.formId(), application.formVersion());
        Set<String> exempt = new HashSet<>();
        List<Material> wanted = materials(application);
        for (Material material : items.version(application.item()).content().materials()) {
            FormField field = form.materials().get(material.code());
            if (field != null
                    && (!wanted.contains(material)
                            || standIn(application.applicantId(), material).isPresent())) {
                exempt.add(field.name());
            }
        }
        return exempt.isEmpty() ? form : form.without(exempt);
    }

    /** The valid licence that stands for a material, so that it need not be brought. */
    Optional<Licences.Licence> standIn(UUID holder, Material material) {
        LocalDate today = LocalDate.now(clock);
        return material.licenceTypes().stream()
                .flatMap(type -> licences.valid(holder, type, today).stream())
                .findFirst();
    }

    List<Application> drafts(Actor actor) {
        Authority.Scope scope = standing.scope(actor);
        return store.drafts(actor.principalId()).stream()
                .filter(draft -> scope.covers(draft.item().code()))
                .toList();
    }

    @Transactional
    public void discard(Actor actor, UUID id) {
        Draft draft = own(actor, id);
        if (draft.application().isSubmitted()) {
            throw new Fault(OnestopError.SUBMITTED);
        }
        store.deleteDraft(id);
    }

    /**
     * Saves one page. What is wrong with it comes back and nothing is saved; what is right is saved at once.
     *
     * @param files names of newly stored files by id, for each field
     */
    @Transactional
    public List<Problem> answer(
            Actor actor, UUID id, int expectedVersion, FormPage page, Answers given, Map<String, NewFile> files) {
        Draft draft = own(actor, id);
        Application application = draft.application();
        if (!isOpen(application)) {
            throw new Fault(OnestopError.SUBMITTED);
        }
        Instant now = clock.instant();
        files.forEach((fileId, file) ->
                store.addFile(id, UUID.fromString(fileId), file.field(), file.name(), file.licenceId(), now));
        List<Problem> problems = new ArrayList<>(draft.form().validate(page, given));
        problems.addAll(check.problems(application.applicantId(), page, given));
        if (!problems.isEmpty()) {
            return problems;
        }
        Answers merged = draft.form().merge(application.answers(), page, given);
        if (merged.equals(application.answers())) {
            return List.of();
        }
        if (!store.save(id, expectedVersion, merged, now)) {
            throw new Fault(OnestopError.CHANGED);
        }
        return List.of();
    }

    /** Lists files with the application although its page was not saved, so that they need not be chosen again. */
    @Transactional
    public void receive(Actor actor, UUID id, Map<String, NewFile> files) {
        own(actor, id);
        Instant now = clock.instant();
        files.forEach((fileId, file) ->
                store.addFile(id, UUID.fromString(fileId), file.field(), file.name(), file.licenceId(), now));
    }

    /** A file stored just now, or one that was at hand. @param licenceId the licence whose file it is, null if none */
    record NewFile(String field, String name, @Nullable UUID licenceId) {}

    /** A material that need not be handed in (免交), and why; or a licence that would have spared it and does not. */
    record Spared(Material material, Licences.Licence licence, boolean holds) {}

    /** Which of these materials the holder's licences spare him, and which they no longer do. */
    List<Spared> spared(UUID holder, List<Material> materials) {
        List<Licences.Licence> held = licences.heldBy(holder);
        return materials.stream()
                .flatMap(material -> standIn(holder, material)
                        .map(licence -> new Spared(material, licence, true))
                        .or(() -> held.stream()
                                .filter(licence -> material.licenceTypes().contains(licence.typeCode()))
                                .findFirst()
                                .map(licence -> new Spared(material, licence, false)))
                        .stream())
                .toList();
    }
}
