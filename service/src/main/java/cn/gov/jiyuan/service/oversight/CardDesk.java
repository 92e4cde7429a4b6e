package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseFacts;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives out cards and ends warnings, in the caller's transaction, which holds {@link CardStore#lock()}. */
@Component
final class CardDesk {
    private final CardStore store;
    private final Cases cases;
    private final Units units;
    private final Clock clock;

    CardDesk(CardStore store, Cases cases, Units units, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.units = units;
        this.clock = clock;
    }

    /** What a card is about: a case, or a unit with neither number nor handler. */
    record Subject(
            UUID id,
            @Nullable String number,
            String title,
            UUID unitId,
            @Nullable String areaCode,
            @Nullable UUID handlerId,
            boolean demo) {
        static Subject of(CaseFacts facts) {
            return new Subject(
                    facts.id(),
                    facts.number(),
                    facts.title(),
                    facts.unitId(),
                    facts.areaCode(),
                    facts.handlerId(),
                    facts.demo());
        }
    }

    void issue(Subject subject, Finding finding) {
        Instant now = clock.instant();
        String number = cases.nextNumber(prefix(LocalDate.now(clock)), 6);
        Unit authority = units.get(CardType.OVERSEERS);
        UUID id = cases.open(Actor.SYSTEM, opened(subject, finding, number, authority));
        store.insert(card(id, number, subject, finding, now));
        String action = finding.rule().level().isCard() ? "issue" : "warn";
        act(id, action, finding.what());
    }

    /** The matter has moved on. */
    void lift(Card warning) {
        act(warning.id(), "lift", "办件已经继续办理");
    }

    private void act(UUID id, String action, String reason) {
        CaseView card = cases.find(id).orElseThrow();
        cases.act(Actor.SYSTEM, id, card.version(), action, ActionInput.NONE.withReason(reason));
    }

    static String prefix(LocalDate day) {
        return "JC" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static NewCase opened(Subject subject, Finding finding, String number, Unit authority) {
        Rule rule = finding.rule();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rule", rule.code());
        data.put("ruleVersion", rule.version());
        data.put("level", rule.level().name());
        data.put("what", finding.what());
        data.put("basis", rule.basis());
        data.put("score", rule.score());
        data.put("subject", subject.id().toString());
        return new NewCase(
                CardType.ID,
                rule.level().label() + "：" + rule.title() + "（" + subject.title() + "）",
                number,
                subject.unitId(),
                subject.areaCode(),
                authority.id(),
                authority.name(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                "oversight:" + subject.id(),
                data,
                "oversight:" + subject.id() + ":" + rule.code() + ":" + finding.stage(),
                subject.demo());
    }

    static Card card(UUID id, String number, Subject subject, Finding finding, Instant at) {
        Rule rule = finding.rule();
        return new Card(
                id,
                number,
                rule.code(),
                rule.version(),
                rule.title(),
                rule.level(),
                rule.score(),
                rule.level().isCard(),
                subject.id(),
                finding.stage(),
                subject.number(),
                subject.title(),
                subject.unitId(),
                subject.areaCode(),
                subject.handlerId(),
                finding.what(),
                finding.at(),
                at,
                "found",
                null,
                null,
                "",
                "",
                null,
                0,
                subject.demo());
    }
}
