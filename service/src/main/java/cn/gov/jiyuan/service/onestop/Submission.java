package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.identity.Authority;
import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.cases.NewEvidence;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a complete application into a matter, once; and hands in corrections. */
@Service
class Submission {
    private final ApplicationStore store;
    private final ItemCatalogue items;
    private final Applications applications;
    private final MaterialCheck check;
    private final Cases cases;
    private final Clock clock;

    Submission(
            JdbcClient jdbc,
            PersonalCipher cipher,
            ItemCatalogue items,
            Applications applications,
            MaterialCheck check,
            Cases cases,
            Clock clock) {
        this.store = new ApplicationStore(jdbc, cipher);
        this.items = items;
        this.applications = applications;
        this.check = check;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Submits; a second submission of the same application, from whichever node, finds the first.
     *
     * @return id of the matter
     */
    @Transactional
    public UUID submit(Actor actor, UUID id) {
        Application application = store.lock(id).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
        Authority.Power power = applications.requirePower(actor, application);
        UUID known = application.caseId();
        if (known != null) {
            return correct(actor, application, known);
        }
        FormDefinition form = applications.asked(application);
        requireComplete(form, application.answers());
        check.requireGood(application, form);
        ItemGuide guide = items.inForce(application.item().code())
                .orElseThrow(() -> new Fault(OnestopError.ITEM, application.itemName()));
        Applications.requireLevel(actor, guide);
        UUID caseId = cases.open(actor, matter(application, guide, Filing.online(actor, power)));
        store.submitted(id, caseId, clock.instant());
        cases.attach(actor, caseId, evidence(application, form, NewEvidence.Source.UPLOADED));
        int version = cases.find(caseId).map(CaseView::version).orElseThrow();
        cases.act(actor, caseId, version, "submit", ActionInput.NONE);
        return caseId;
    }

    private UUID correct(Actor actor, Application application, UUID caseId) {
        CaseView matter = cases.find(caseId).orElseThrow(() -> new Fault(OnestopError.UNKNOWN));
        if (!matter.state().equals("correction")) {
            return caseId;
        }
        FormDefinition form = applications.asked(application);
        requireComplete(form, application.answers());
        check.requireGood(application, form);
        cases.attach(actor, caseId, evidence(application, form, NewEvidence.Source.UPLOADED));
        cases.act(actor, caseId, matter.version(), "correct", ActionInput.NONE);
        return caseId;
    }

    static void requireComplete(FormDefinition form, Answers answers) {
        form.firstIncomplete(answers).ifPresent(page -> {
            throw new Fault(OnestopError.INCOMPLETE, page.title());
        });
    }

    NewCase matter(Application application, ItemGuide guide, Filing filing) {
        String day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        return new NewCase(
                MatterType.ID,
                application.itemName(),
                cases.nextNumber(guide.code() + day, 5),
                guide.unitId(),
                "419001000",
                application.applicantId(),
                filing.applicant(),
                application.enterprise() ? NewCase.ApplicantKind.ORGANISATION : NewCase.ApplicantKind.PERSON,
                filing.agent(),
                application.item().toString(),
                data(application, guide, filing),
                "application:" + application.id(),
                false,
                filing.agentName());
    }

    private static Map<String, Object> data(Application application, ItemGuide guide, Filing filing) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of(
                "itemCode",
                application.item().code(),
                "itemVersion",
                application.item().version(),
                Channel.ORIGIN,
                filing.channel().code(),
                "handlingCode",
                guide.handlingCode(),
                "projectType",
                guide.content().handling().kind().name(),
                "online",
                guide.content().handling().online()));
        if (filing.power() != Authority.Power.SELF) {
            data.put("relation", filing.power().relation());
        }
        if (filing.power().id() != null) {
            data.put("powerId", filing.power().id().toString());
        }
        if (application.situation() != null) {
            data.put(ChosenSituation.KEY, application.situation());
        }
        return data;
    }

    /** Uploaded materials, and those that need not be brought because the holder's licence stands for them. */
    List<NewEvidence> evidence(Application application, FormDefinition form, NewEvidence.Source source) {
        Map<String, FormField> fields = form.materials();
        Map<String, String> names = store.files(application.id());
        Map<String, UUID> chosen = store.licenceFiles(application.id());
        List<NewEvidence> pieces = new ArrayList<>();
        for (Material material : applications.materials(application)) {
            FormField field = fields.get(material.code());
            Object value = field == null ? null : application.answers().get(field.name());
            if (value instanceof List<?> files) {
                for (Object file : files) {
                    UUID fileId = UUID.fromString(String.valueOf(file));
                    String name = names.getOrDefault(String.valueOf(file), material.name());
                    UUID licence = chosen.get(String.valueOf(file));
                    pieces.add(new NewEvidence(
                            fileId,
                            material.code(),
                            material.name() + "：" + name,
                            licence == null ? source : NewEvidence.Source.LICENCE,
                            null));
                }
            }
            standIn(application.applicantId(), material).ifPresent(pieces::add);
        }
        return pieces;
    }

    private Optional<NewEvidence> standIn(UUID holder, Material material) {
        return applications
                .standIn(holder, material)
                .map(licence -> new NewEvidence(
                        licence.ofdFileId(),
                        material.code(),
                        material.name() + "（免提交：" + licence.typeName() + " " + licence.number() + "）",
                        NewEvidence.Source.LICENCE,
                        null));
    }
}
