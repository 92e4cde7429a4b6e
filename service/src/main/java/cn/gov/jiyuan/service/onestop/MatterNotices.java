package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.seals.SealKind;
import cn.gov.jiyuan.contracts.seals.UnitSeals;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.cases.NewEvidence;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.documents.Fonts;
import cn.gov.jiyuan.platform.documents.Layout;
import cn.gov.jiyuan.platform.documents.Metadata;
import cn.gov.jiyuan.platform.documents.Notice;
import cn.gov.jiyuan.platform.documents.OfdDocuments;
import cn.gov.jiyuan.platform.documents.PdfDocuments;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The official letters of a matter, numbered, sealed and put into its file (文书). */
@Component
final class MatterNotices {
    /** Letters that name a term or the day on which it ends. */
    private static final Set<String> CLOCKED =
            Set.of("accept", "deem-accepted", "extend", "receive", "receive-originals", "correct-at-window");

    /** Series of the list of materials, which people take home from the window. */
    private static final String PRINTED = "收";

    private final Cases cases;
    private final Rules rules;
    private final UnitSeals seals;
    private final Units units;
    private final FileStore files;
    private final Fonts fonts;
    private final OfdDocuments ofd;
    private final PdfDocuments pdf;
    private final Clock clock;
    private final String site;

    MatterNotices(
            Cases cases,
            Rules rules,
            UnitSeals seals,
            Units units,
            FileStore files,
            Fonts fonts,
            OfdDocuments ofd,
            PdfDocuments pdf,
            Clock clock,
            @Value("${jiyuan.site:http://localhost:8080}") String site) {
        this.cases = cases;
        this.rules = rules;
        this.seals = seals;
        this.units = units;
        this.files = files;
        this.fonts = fonts;
        this.ofd = ofd;
        this.pdf = pdf;
        this.clock = clock;
        this.site = site;
    }

    /** The letter that an action calls for, if any; the list of materials also as PDF, to be printed at the window. */
    List<NewEvidence> write(Transition transition, ItemGuide guide, Map<String, ?> facts) {
        String action = transition.action().id();
        CaseView matter = transition.matter();
        return new Letters(
                        matter,
                        guide,
                        transition.input().reason(),
                        facts,
                        received(transition),
                        CLOCKED.contains(action) ? cases.explain(matter.id()) : List.of(),
                        rule -> rules.term(rule, LocalDate.now(clock)),
                        clock.getZone())
                .of(action).stream()
                        .flatMap(letter -> issue(transition.actor(), matter, guide, letter).stream())
                        .toList();
    }

    private List<String> received(Transition transition) {
        return switch (transition.action().id()) {
            case "receive" ->
                cases.evidence(transition.matter().id()).stream()
                        .map(piece -> piece.name() + "（" + piece.source().label() + "）")
                        .toList();
            case "receive-originals", "correct-at-window" ->
                transition.input().evidence().stream().map(NewEvidence::name).toList();
            default -> List.of();
        };
    }

    private List<NewEvidence> issue(Actor actor, CaseView matter, ItemGuide guide, Letter letter) {
        Unit unit = units.get(matter.unitId());
        LocalDate today = LocalDate.now(clock);
        String number = number(unit, letter.series(), today);
        Layout layout = new Notice(
                        unit.name(),
                        letter.title(),
                        number,
                        addressee(matter),
                        letter.paragraphs(),
                        letter.remedies(),
                        today,
                        site + "/verify")
                .layout(fonts);
        Metadata metadata = metadata(matter, guide, unit, letter, number);
        UnitSeals.SealUse use = new UnitSeals.SealUse(
                unit.id(),
                SealKind.APPROVAL,
                letter.title(),
                matter.id(),
                layout.sealAt().page(),
                layout.sealAt().x(),
                layout.sealAt().y());
        String name = letter.title() + "（" + number + "）";
        List<NewEvidence> made = new ArrayList<>();
        made.add(piece(
                files.put(
                        actor,
                        letter.title() + ".ofd",
                        "application/ofd",
                        seals.seal(actor, use, ofd.render(layout, metadata))),
                name));
        if (letter.series().equals(PRINTED)) {
            made.add(piece(
                    files.put(
                            actor,
                            letter.title() + ".pdf",
                            "application/pdf",
                            seals.sealPdf(actor, use, pdf.render(layout, metadata))),
                    name + "（打印件）"));
        }
        return made;
    }

    private String number(Unit unit, String series, LocalDate today) {
        String prefix = "济" + unit.shortName().replaceAll("局$|委$|办$", "") + series + "〔" + today.getYear() + "〕";
        return prefix + Integer.parseInt(cases.nextNumber(prefix, 6).substring(prefix.length())) + " 号";
    }

    private Metadata metadata(CaseView matter, ItemGuide guide, Unit unit, Letter letter, String number) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("文书名称", letter.title());
        fields.put("文号", number);
        fields.put("办件编号", String.valueOf(matter.number()));
        fields.put("事项实施编码", guide.code());
        return new Metadata(matter.id(), unit.name(), clock.instant(), fields);
    }

    private static NewEvidence piece(FileStore.StoredFile file, String name) {
        return new NewEvidence(file.id(), "notice", name, NewEvidence.Source.ISSUED, file.sm3());
    }

    /** Both subjects when somebody acts for the applicant. */
    private String addressee(CaseView matter) {
        String applicant = cases.applicantName(matter.id());
        String label = matter.applicantKind() == NewCase.ApplicantKind.PERSON ? "（代理人：" : "（经办人：";
        return cases.agentName(matter.id())
                .map(agent -> applicant + label + agent + "）")
                .orElse(applicant);
    }
}
