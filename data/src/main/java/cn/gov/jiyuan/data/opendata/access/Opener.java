package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the case of what somebody asks or offers. */
@Component("opendata.Opener")
final class Opener {
    private final Cases cases;
    private final Units units;
    private final Clock clock;

    Opener(Cases cases, Units units, Clock clock) {
        this.cases = cases;
        this.units = units;
        this.clock = clock;
    }

    /** @param id its case @param number its number */
    record Opened(UUID id, String number) {}

    Opened open(Actor actor, String type, String prefix, String title, UUID unitId, Map<String, ?> data, boolean demo) {
        String number = cases.nextNumber(prefix + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE), 4);
        Unit unit = units.get(unitId);
        boolean unnamed = actor.isAnonymous();
        boolean firm = actor.actingAs() == ActingAs.ENTERPRISE;
        UUID id = cases.open(
                unnamed ? Actor.SYSTEM : actor,
                new NewCase(
                        type,
                        title,
                        number,
                        unitId,
                        null,
                        unnamed ? unitId : actor.principalId(),
                        unnamed ? unit.name() : actor.principalName(),
                        unnamed || firm ? NewCase.ApplicantKind.ORGANISATION : NewCase.ApplicantKind.PERSON,
                        null,
                        null,
                        data,
                        null,
                        demo));
        return new Opened(id, number);
    }

    /** One of the steps that the platform takes by itself. */
    void act(UUID id, String action, String reason) {
        CaseView matter = cases.find(id).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
        cases.act(Actor.SYSTEM, id, matter.version(), action, ActionInput.NONE.withReason(reason));
    }

    /** What was typed, without blanks around it. */
    static String typed(String pointer, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw Fault.at(pointer, OpendataError.EMPTY);
        }
        if (stripped.length() > longest) {
            throw Fault.at(pointer, OpendataError.TOO_LONG, longest);
        }
        return stripped;
    }
}
