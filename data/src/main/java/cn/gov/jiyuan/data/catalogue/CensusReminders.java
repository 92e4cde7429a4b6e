package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds units of their returns before the term and after it (催办); what is overdue counts against the unit. */
@Component
final class CensusReminders implements RecurringWork {
    private final CensusStore store;
    private final Messages messages;
    private final Parties parties;
    private final Rules rules;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CensusReminders(
            CensusStore store,
            Messages messages,
            Parties parties,
            Rules rules,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.parties = parties;
        this.rules = rules;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catalogue.census";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        remindAll();
        return false;
    }

    /** @return how many were reminded */
    int remindAll() {
        LocalDate today = LocalDate.now(clock);
        long before = rules.integer("catalogue.census.remind.before", today);
        long every = rules.integer("catalogue.census.remind.every", today);
        int reminded = 0;
        for (CensusStore.Return filed : store.open(today.plusDays(before + 1))) {
            if (isDue(filed, today, every)) {
                transactions.executeWithoutResult(status -> remind(filed, today));
                reminded++;
            }
        }
        return reminded;
    }

    private static boolean isDue(CensusStore.Return filed, LocalDate today, long every) {
        LocalDate last = filed.remindedOn();
        boolean overdue = today.isAfter(filed.dueOn());
        if (last == null || overdue && !filed.overdue()) {
            return true;
        }
        return overdue && !last.plusDays(every).isAfter(today);
    }

    private void remind(CensusStore.Return filed, LocalDate today) {
        long late = ChronoUnit.DAYS.between(filed.dueOn(), today);
        boolean overdue = late > 0;
        store.reminded(filed.id(), today, overdue);
        String due = DateText.full(filed.dueOn());
        int time = filed.reminders() + 1;
        Stream<Post> readers = Stream.concat(
                parties.holders(filed.unitId(), "datasteward", today).stream(),
                overdue ? parties.holders(filed.unitId(), "approver", today).stream() : Stream.empty());
        String link = "/workbench/catalogue/returns/" + filed.id();
        readers.map(Post::personId).distinct().forEach(person -> {
            if (overdue) {
                messages.send(person, "catalogue.census-overdue", List.of(filed.roundNumber(), due, late, time), link);
            } else {
                messages.send(person, "catalogue.census-due", List.of(filed.roundNumber(), due), link);
            }
        });
        audit.record(
                Actor.SYSTEM,
                new AuditEvent(
                        "catalogue.census.remind",
                        "return",
                        filed.id().toString(),
                        "普查催办：" + filed.unitName() + "，第 " + time + " 次" + (overdue ? "，已逾期 " + late + " 天" : ""),
                        Map.of("reminders", time)));
    }
}
