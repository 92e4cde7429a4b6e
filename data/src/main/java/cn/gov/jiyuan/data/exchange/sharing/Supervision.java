package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens supervisions and ends them when their cause is gone, in the caller's transaction. */
@Component
final class Supervision {
    private final SupervisionStore store;
    private final Cases cases;
    private final Units units;
    private final Tidings tidings;
    private final Clock clock;

    Supervision(SupervisionStore store, Cases cases, Units units, Tidings tidings, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.units = units;
        this.tidings = tidings;
        this.clock = clock;
    }

    /**
     * @param subject what it is about; while one is open for it, a second call changes nothing
     * @param unit who has to put it right
     */
    void open(String subject, UUID unit, String title, String what, boolean demo) {
        if (watches(subject)) {
            return;
        }
        Unit authority = units.get(ShareType.AUTHORITY);
        String number = cases.nextNumber("GXDB" + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE), 4);
        NewCase opened = new NewCase(
                SupervisionType.ID,
                title,
                number,
                unit,
                null,
                authority.id(),
                authority.name(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                "exchange:" + subject,
                Map.of("what", what),
                null,
                demo);
        UUID id = cases.open(Actor.SYSTEM, opened);
        store.insert(id, subject, unit, clock.instant());
        CaseView present = cases.find(id).orElseThrow();
        cases.act(Actor.SYSTEM, id, present.version(), "dispatch", ActionInput.NONE.withReason(what));
        List<String> arguments = List.of(title, number, what);
        String link = "/workbench/cases/" + id;
        tidings.toUnit(unit, List.of("datasteward", "leader"), "exchange.sharing.supervise", arguments, link);
        tidings.toUnit(authority.id(), List.of("overseer"), "exchange.sharing.supervise", arguments, link);
    }

    /** The cause is gone. */
    void settle(String subject) {
        for (UUID id : store.of(subject)) {
            CaseView present = cases.find(id).orElseThrow();
            if (present.closedAt() == null) {
                cases.act(Actor.SYSTEM, id, present.version(), "settle", ActionInput.NONE.withReason("原因已经消除"));
            }
        }
        store.settled(subject);
    }

    /** Whether one is open for this cause. */
    boolean watches(String subject) {
        return store.of(subject).stream()
                .anyMatch(id -> cases.find(id).orElseThrow().closedAt() == null);
    }
}
