package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.cases.CaseAction;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.TimelineEntry;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.forms.Answers;
import cn.gov.jiyuan.platform.forms.FormDefinition;
import cn.gov.jiyuan.platform.forms.FormField;
import cn.gov.jiyuan.platform.forms.Forms;
import cn.gov.jiyuan.platform.forms.Problem;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks the facts that come with a step of a matter: those of its form and no others, and what the law asks of them. */
@Component
final class StepFacts {
    private final Forms forms;
    private final Cases cases;
    private final Rules rules;
    private final Clock clock;

    StepFacts(Forms forms, Cases cases, Rules rules, Clock clock) {
        this.forms = forms;
        this.cases = cases;
        this.rules = rules;
        this.clock = clock;
    }

    /** @return the facts of the step's form, with the words that letters need */
    Map<String, Object> ofForm(Transition transition) {
        Map<String, Object> facts = new LinkedHashMap<>(transition.input().data());
        checkForm(transition.action(), facts);
        return facts;
    }

    void checkLaw(Transition transition, ItemGuide guide, Map<String, Object> facts) {
        switch (transition.action().id()) {
            case "start-special" -> checkProcedure(facts, guide);
            case "deliver" -> checkDelivery(facts);
            case "request-correction" -> checkFirstCorrection(transition);
            case "urge" -> checkUrged(transition);
            default -> {}
        }
    }

    private void checkForm(CaseAction action, Map<String, Object> facts) {
        if (action.form() == null) {
            facts.keySet().stream().findFirst().ifPresent(name -> {
                throw Fault.at("/data/" + name, OnestopError.FACT, "“" + action.label() + "”不收其他内容：" + name);
            });
            return;
        }
        FormDefinition form = forms.latest(action.form());
        Set<String> known = form.fields().stream().map(FormField::name).collect(Collectors.toSet());
        facts.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Fault.at("/data/" + name, OnestopError.FACT, "“" + form.title() + "”没有这一项：" + name);
                });
        List<Problem> problems = form.validate(Answers.of(facts));
        if (!problems.isEmpty()) {
            Problem first = problems.getFirst();
            throw Fault.at("/data" + first.pointer(), OnestopError.FACT, first.message());
        }
        form.fields().stream()
                .filter(field -> field.name().equals("ground") && facts.containsKey("ground"))
                .forEach(field -> facts.put("groundText", field.titleOf(String.valueOf(facts.get("ground")))));
    }

    /** Only what the law or the item leaves out of the term may stop the clock. */
    private void checkProcedure(Map<String, Object> facts, ItemGuide guide) {
        Procedure procedure = Procedure.of(facts.get("procedure")).orElseThrow();
        List<String> excluded = rules.list("onestop.excluded.procedures", LocalDate.now(clock));
        if (!procedure.stopsClock(guide.content(), excluded)) {
            throw Fault.at("/data/procedure", OnestopError.COUNTED, guide.name(), procedure.name(guide.content()));
        }
    }

    /** Service by post is proved by its receipt, and happened on the day that the receipt states. */
    private void checkDelivery(Map<String, Object> facts) {
        if ("post".equals(facts.get("method"))) {
            if (!facts.containsKey("receipt")) {
                throw Fault.at("/data/receipt", OnestopError.NO_RECEIPT);
            }
            if (!facts.containsKey("signedOn")) {
                throw Fault.at("/data/signedOn", OnestopError.NO_RECEIPT);
            }
        }
        Object signedOn = facts.get("signedOn");
        if (signedOn != null && LocalDate.parse(String.valueOf(signedOn)).isAfter(LocalDate.now(clock))) {
            throw Fault.at("/data/signedOn", OnestopError.SIGNED_LATER);
        }
    }

    /** All corrections are told at once; who asks again says why he did not the first time (一次性告知). */
    private void checkFirstCorrection(Transition transition) {
        long times = cases.timeline(transition.matter().id()).stream()
                .filter(entry -> entry.action().equals("request-correction"))
                .count();
        if (times > 1 && transition.input().opinion().isBlank()) {
            throw Fault.at("/opinion", OnestopError.CORRECTION_AGAIN, times);
        }
    }

    private void checkUrged(Transition transition) {
        LegalTerm again = rules.term("onestop.urge.again", LocalDate.now(clock));
        Instant since = again.before(transition.at().atZone(clock.getZone())).toInstant();
        List<Instant> urged = cases.timeline(transition.matter().id()).stream()
                .filter(entry -> entry.action().equals("urge"))
                .map(TimelineEntry::at)
                .filter(at -> at.isAfter(since))
                .toList();
        if (urged.size() > 1) {
            throw new Fault(OnestopError.URGED, Moments.moment(urged.getFirst()), again.text());
        }
    }
}
