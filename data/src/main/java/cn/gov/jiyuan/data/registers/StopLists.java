package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.registers.PersonDied;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of benefits to stop (应停清单): a death that reaches the feed becomes, within seconds, an entry for each unit that pays
 * the person, which stops it or says why not. The platform itself stops nothing.
 */
@Component
class StopLists implements FeedConsumer {
    private final StopStore store;
    private final SubjectStore subjects;
    private final Persons persons;
    private final Parties parties;
    private final Messages messages;
    private final Rules rules;
    private final Audit audit;
    private final Clock clock;

    StopLists(
            StopStore store,
            SubjectStore subjects,
            Persons persons,
            Parties parties,
            Messages messages,
            Rules rules,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.persons = persons;
        this.parties = parties;
        this.messages = messages;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registers.stops";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(PersonDied.TOPIC);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (Entry entry : entries) {
            UUID person = UUID.fromString(entry.payload().path("personId").asString());
            list(person);
        }
    }

    private void list(UUID id) {
        PersonVersion version = persons.current(id);
        LocalDate died = version.facts().diedOn();
        if (died == null) {
            return;
        }
        LocalDate stopFrom = stopFrom(died);
        String name = RegisterColumns.maskedName(version.facts().name());
        List<UUID> units = listed(version, died);
        for (UUID unit : new HashSet<>(units)) {
            for (Post post : parties.holders(unit, "datasteward", LocalDate.now(clock))) {
                messages.send(
                        post.personId(),
                        "registers.stop",
                        List.of(name, String.valueOf(died), String.valueOf(stopFrom)),
                        "/workbench/records/registers.stop?state=in:OPEN");
            }
        }
    }

    /** For the demonstration: without messages. */
    void listQuietly(UUID id) {
        PersonVersion version = persons.current(id);
        LocalDate died = version.facts().diedOn();
        if (died != null) {
            listed(version, died);
        }
    }

    /** By what the register says now: a death that was taken back meanwhile lists nothing. */
    private List<UUID> listed(PersonVersion version, LocalDate died) {
        return store.list(
                subjects.family(version.subjectId()),
                RegisterColumns.maskedName(version.facts().name()),
                RegisterColumns.maskedNumber(version.facts().idNumber()),
                died,
                stopFrom(died),
                clock.instant());
    }

    private LocalDate stopFrom(LocalDate died) {
        boolean nextMonth = rules.text("registers.stop.from", died).equals("NEXT_MONTH");
        return nextMonth ? died.plusMonths(1).withDayOfMonth(1) : died.plusDays(1);
    }

    /** The unit's answer. @param stop false if the benefit rightly goes on, which needs a reason */
    @Transactional
    public void decide(Actor actor, UUID id, boolean stop, String note) {
        StopStore.Entry entry = store.lock(id)
                .filter(one -> one.unitId().equals(actor.unitId()))
                .orElseThrow(() -> new Fault(RegistersError.UNKNOWN_STOP));
        if (!entry.state().equals("OPEN")) {
            throw new Fault(RegistersError.STOP_DECIDED, entry.state().equals("STOPPED") ? "已停发" : "核实后不停");
        }
        if (!stop) {
            Mergers.demandReason(note);
        }
        store.decide(id, stop ? "STOPPED" : "KEPT", clock.instant(), actor.name(), note);
        if (stop) {
            store.end(entry.entitlementId(), entry.stopFrom());
        }
        audit.record(
                actor,
                new AuditEvent(
                        "registers.stop.decide",
                        "registers.stop",
                        id.toString(),
                        stop ? "停发待遇" : "核实后不停发：" + note,
                        Map.of("stop", stop)));
    }

    /** What a unit pays to whom, as it tells. @return how many are new */
    @Transactional
    public int entitle(Actor actor, UUID unit, List<Told> told) {
        int added = 0;
        for (Told one : told) {
            UUID person = persons.byNumber(CitizenId.parse(one.idNumber(), LocalDate.now(clock)))
                    .orElseThrow(() -> new Fault(RegistersError.UNKNOWN_PERSON));
            boolean fresh = store.insert(new StopStore.Entitlement(
                    Ids.next(),
                    person,
                    one.kind(),
                    unit,
                    one.since(),
                    one.monthly().movePointRight(2).longValue()));
            if (fresh) {
                added++;
                // Whoever tells of a benefit for somebody long dead hears at once.
                list(person);
            }
        }
        audit.record(
                actor,
                new AuditEvent(
                        "registers.entitlement.tell",
                        "unit",
                        unit.toString(),
                        "登记在享待遇 " + told.size() + " 条，新增 " + added + " 条",
                        Map.of("told", told.size(), "added", added)));
        return added;
    }

    /** @param monthly in yuan */
    record Told(String idNumber, String kind, LocalDate since, BigDecimal monthly) {}
}
