package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes drafts that nobody has touched for as long as the rule says (草稿到期), and tells their owners. */
@Component
final class DraftExpiry implements RecurringWork {
    private static final int PORTION = 50;

    private final ApplicationStore store;
    private final Messages messages;
    private final Audit audit;
    private final Rules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DraftExpiry(
            JdbcClient jdbc,
            PersonalCipher cipher,
            Messages messages,
            Audit audit,
            Rules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = new ApplicationStore(jdbc, cipher);
        this.messages = messages;
        this.audit = audit;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The last day on which a draft is kept if nobody touches it. */
    public String keptUntil(Application draft) {
        return DateText.full(draft.updatedAt()
                .plus(Duration.ofDays(days()))
                .atZone(clock.getZone())
                .toLocalDate());
    }

    private int days() {
        return Math.toIntExact(rules.integer("onestop.draft.days", LocalDate.now(clock)));
    }

    @Override
    public String name() {
        return "onestop.draft-expiry";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        int days = days();
        Instant before = LocalDate.now(clock)
                .minusDays(days)
                .atStartOfDay(clock.getZone())
                .toInstant();
        List<Application> stale = store.stale(before, PORTION);
        stale.forEach(draft -> transactions.executeWithoutResult(status -> delete(draft, before, days)));
        return stale.size() == PORTION;
    }

    private void delete(Application draft, Instant before, int days) {
        boolean stillStale = store.lock(draft.id())
                .filter(found -> !found.isSubmitted() && found.updatedAt().isBefore(before))
                .isPresent();
        if (stillStale) {
            store.deleteDraft(draft.id());
            messages.send(draft.applicantId(), "onestop.draft-expired", List.of(draft.itemName(), days), "/my");
            audit.record(
                    Actor.SYSTEM,
                    new AuditEvent(
                            "onestop.draft-expired",
                            "application",
                            draft.id().toString(),
                            "草稿“" + draft.itemName() + "”满 " + days + " 天没有改动，已删除",
                            Map.of()));
        }
    }
}
