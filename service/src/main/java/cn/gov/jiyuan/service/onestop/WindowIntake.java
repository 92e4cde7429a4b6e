package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewEvidence;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormPage;
import cn.gov.jiyuan.platform.forms.Problem;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applications that a clerk takes at the window for somebody who came in person (窗口收件): the same form, filled in on
 * his behalf, and the papers scanned. Who was looked up and whose numbers were shown is in the audit trail.
 */
@Service
class WindowIntake {
    static final String INTAKE = "onestop.matter.intake";
    private static final int PAGE = 1_000;
    private static final int SHOWN = 50;

    private final ApplicationStore store;
    private final Applications applications;
    private final Submission submission;
    private final MaterialCheck check;
    private final WindowVisitors visitors;
    private final ItemCatalogue items;
    private final Parties parties;
    private final Cases cases;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    WindowIntake(
            JdbcClient jdbc,
            PersonalCipher cipher,
            Applications applications,
            Submission submission,
            MaterialCheck check,
            WindowVisitors visitors,
            ItemCatalogue items,
            Parties parties,
            Cases cases,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = new ApplicationStore(jdbc, cipher);
        this.applications = applications;
        this.submission = submission;
        this.check = check;
        this.visitors = visitors;
        this.items = items;
        this.parties = parties;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Items with a form that this clerk's window takes, by words of their name or what people call them. */
    List<ItemSummary> items(Actor clerk, String words) {
        List<ItemSummary> found = new ArrayList<>();
        @Nullable String after = null;
        List<ItemSummary> page;
        do {
            page = items.list(ItemFilter.ALL, after, PAGE);
            page.stream()
                    .filter(item -> item.online() && takes(clerk, Unit.idOf(item.unitCode())))
                    .filter(item -> item.name().contains(words.strip())
                            || item.topics().stream().anyMatch(topic -> topic.contains(words.strip())))
                    .filter(item -> hasForm(item.code()))
                    .forEach(found::add);
            after = page.isEmpty() ? after : page.getLast().code();
        } while (page.size() == PAGE && found.size() < SHOWN);
        return found.stream().limit(SHOWN).toList();
    }

    private boolean hasForm(String code) {
        return items.inForce(code)
                .filter(guide -> guide.content().handling().formId() != null)
                .isPresent();
    }

    private boolean takes(Actor clerk, UUID unit) {
        return access.rows(clerk, INTAKE).covers(unit, null, null);
    }

    /** The item, if its unit lies within the reach of this window. */
    ItemGuide taken(Actor clerk, String itemCode) {
        ItemGuide guide = applications.guide(itemCode);
        if (!takes(clerk, guide.unitId())) {
            throw new Fault(OnestopError.NOT_RECEIVED_HERE, guide.name(), guide.unitName());
        }
        return guide;
    }

    /** Begins an application for a visitor whose papers the clerk has seen. @return its id */
    @Transactional
    public UUID begin(Actor clerk, String itemCode, @Nullable String situation, WindowVisitors.Visitor visitor) {
        ItemGuide guide = taken(clerk, itemCode);
        Actor party = visitors.identify(clerk, visitor);
        Applications.requireServed(party, guide);
        FormDefinition form = applications.form(guide);
        KnownFacts known = new KnownFacts(party, parties);
        Application application = Application.begun(
                guide, situation, form, party, visitor.firm(), form.prefill(known::get), clock.instant());
        store.insert(application);
        store.receivedBy(application.id(), clerk.personId());
        note(
                clerk,
                "onestop.intake.identified",
                application,
                "窗口核实" + (visitor.firm() ? "单位" : "个人") + "身份，代为填写“" + guide.name() + "”",
                Map.of("party", party.principalId().toString(), "purpose", "窗口收件"));
        return application.id();
    }

    /** What this clerk has begun and not handed in. */
    List<Application> drafts(Actor clerk) {
        return store.receivedDrafts(clerk.personId());
    }

    Applications.Draft draft(Actor clerk, UUID id) {
        return store.receivedDraft(id, clerk.personId())
                .map(applications::draft)
                .orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
    }

    /** Saves one page of answers; what is wrong comes back and nothing is saved. */
    @Transactional
    public List<Problem> answer(
            Actor clerk,
            UUID id,
            int version,
            String pageId,
            Map<String, List<String>> fields,
            Map<String, List<String>> files) {
        Applications.Draft draft = open(clerk, id);
        FormPage page = draft.form().page(pageId).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
        Map<String, String> own = draft.fileNames();
        files.values()
                .forEach(ids -> ids.forEach(file -> {
                    if (!own.containsKey(file)) {
                        throw new Fault(OnestopError.UNKNOWN);
                    }
                }));
        Answers saved = draft.application().answers();
        Answers given = draft.form().unmask(page, draft.form().parse(page, fields, files), saved);
        List<Problem> problems = new ArrayList<>(draft.form().validate(page, given));
        problems.addAll(check.problems(draft.application().applicantId(), page, given));
        if (problems.isEmpty() && !store.save(id, version, draft.form().merge(saved, page, given), clock.instant())) {
            throw new Fault(OnestopError.CHANGED);
        }
        return problems;
    }

    /** Lists a scan with the application. */
    @Transactional
    public void receive(Actor clerk, UUID id, UUID file, String field, String name) {
        open(clerk, id);
        store.addFile(id, file, field, name, null, clock.instant());
    }

    /** The answers in full, for a stated purpose. */
    @Transactional
    public Applications.Draft reveal(Actor clerk, UUID id, String purpose) {
        Applications.Draft draft = draft(clerk, id);
        if (purpose.isBlank()) {
            throw Fault.at("/purpose", OnestopError.PURPOSE);
        }
        note(
                clerk,
                "onestop.intake.disclosed",
                draft.application(),
                "查看窗口申请中证件号码的完整内容",
                Map.of("purpose", purpose.strip()));
        return draft;
    }

    /** Hands in: opens the matter once, with the scans and the sealed list of materials. @return the matter */
    @Transactional
    public UUID handIn(Actor clerk, UUID id) {
        draft(clerk, id);
        Application application = store.lock(id).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
        UUID known = application.caseId();
        if (known != null) {
            return known;
        }
        FormDefinition form = applications.asked(application);
        Submission.requireComplete(form, application.answers());
        check.requireGood(application, form);
        ItemGuide guide = taken(clerk, application.item().code());
        UUID caseId = cases.open(clerk, submission.matter(application, guide, Filing.atWindow(visitors, application)));
        store.submitted(id, caseId, clock.instant());
        cases.attach(clerk, caseId, submission.evidence(application, form, NewEvidence.Source.PAPER));
        int version = cases.find(caseId).map(CaseView::version).orElseThrow();
        cases.act(clerk, caseId, version, "receive", ActionInput.NONE);
        return caseId;
    }

    @Transactional
    public void discard(Actor clerk, UUID id) {
        Applications.Draft draft = open(clerk, id);
        store.deleteDraft(id);
        note(
                clerk,
                "onestop.intake.discarded",
                draft.application(),
                "放弃窗口代填的“" + draft.application().itemName() + "”",
                Map.of());
    }

    private Applications.Draft open(Actor clerk, UUID id) {
        Applications.Draft draft = draft(clerk, id);
        if (draft.application().isSubmitted()) {
            throw new Fault(OnestopError.SUBMITTED);
        }
        return draft;
    }

    /** How the visitor is called; masked for a person. */
    Optional<String> visitor(Application application) {
        return Optional.of(visitors.masked(application));
    }

    private void note(Actor clerk, String action, Application application, String summary, Map<String, String> detail) {
        audit.record(
                clerk, new AuditEvent(action, "application", application.id().toString(), summary, Map.copyOf(detail)));
    }
}
