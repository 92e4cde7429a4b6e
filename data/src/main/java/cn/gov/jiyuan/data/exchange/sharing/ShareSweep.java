package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What time alone brings about (巡查): reminders to providers, requests that become overdue and are supervised, grants that
 * expire. Nothing here ever agrees on behalf of anybody.
 */
@Component
final class ShareSweep {
    private static final int PORTION = 200;

    private final RequestStore requests;
    private final GrantKeeper grants;
    private final Supervision supervision;
    private final Tidings tidings;
    private final Cases cases;
    private final Rules rules;
    private final ObjectProvider<LegalCalendar> calendar;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ShareSweep(
            RequestStore requests,
            GrantKeeper grants,
            Supervision supervision,
            Tidings tidings,
            Cases cases,
            Rules rules,
            ObjectProvider<LegalCalendar> calendar,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.requests = requests;
        this.grants = grants;
        this.supervision = supervision;
        this.tidings = tidings;
        this.cases = cases;
        this.rules = rules;
        this.calendar = calendar;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What a sweep did. */
    record Outcome(int reminded, int overdue, int expired) {}

    Outcome run() {
        int reminded = 0;
        int overdue = 0;
        UUID after = null;
        List<ShareRequest> portion;
        do {
            portion = requests.unanswered(after, PORTION);
            for (ShareRequest request : portion) {
                int[] done = transactions.execute(status -> look(request));
                reminded += done == null ? 0 : done[0];
                overdue += done == null ? 0 : done[1];
            }
            after = portion.isEmpty() ? after : portion.getLast().id();
        } while (portion.size() == PORTION);
        return new Outcome(reminded, overdue, grants.expireAll());
    }

    private int[] look(ShareRequest seen) {
        ShareRequest request = requests.find(seen.id()).orElseThrow();
        CaseView present =
                cases.find(java.util.Objects.requireNonNull(request.caseId())).orElseThrow();
        Instant due = request.replyDue();
        if (!present.state().equals("provider") || due == null) {
            return new int[] {0, 0};
        }
        int reminded = remind(request, due);
        boolean late = !clock.instant().isBefore(due);
        if (late) {
            lapse(request, due);
        }
        return new int[] {reminded, late ? 1 : 0};
    }

    private int remind(ShareRequest request, Instant due) {
        LocalDate today = LocalDate.now(clock);
        int workday = workday(due, today);
        List<String> plan = rules.list("exchange.sharing.reminders", today);
        int sent = 0;
        for (int i = request.reminders(); i < plan.size() && workday >= Integer.parseInt(plan.get(i)); i++) {
            remindOnce(request, due, i + 1, workday);
            sent++;
        }
        return sent;
    }

    /** On which workday of the term we are; past its last day it goes on counting. */
    private int workday(Instant due, LocalDate today) {
        LegalCalendar days = calendar.getIfAvailable(LegalCalendar::official);
        LocalDate last = LocalDate.ofInstant(due.minusNanos(1), clock.getZone());
        int term = rules.term("exchange.sharing.reply", today).amount();
        return today.isAfter(last)
                ? term + days.workdaysBetween(last, today)
                : term - days.workdaysBetween(today, last);
    }

    private void remindOnce(ShareRequest request, Instant due, int sequence, int workday) {
        String last = DateText.full(LocalDate.ofInstant(due.minusNanos(1), clock.getZone()));
        List<String> arguments = List.of(
                request.resourceName(),
                String.valueOf(request.number()),
                request.unitName(),
                String.valueOf(sequence),
                last);
        int told = tidings.toUnit(
                request.providerUnitId(),
                List.of("datasteward", "leader"),
                "exchange.sharing.remind",
                arguments,
                "/workbench/exchange/requests/" + request.id());
        requests.reminded(request.id(), sequence, clock.instant(), workday, told);
        act(request, "remind", "第 " + sequence + " 次催办，时限第 " + workday + " 个工作日，通知 " + told + " 人");
    }

    private void lapse(ShareRequest request, Instant due) {
        String last = DateText.full(LocalDate.ofInstant(due.minusNanos(1), clock.getZone()));
        String what = request.providerUnitName() + "未在 " + last + " 24 时前答复" + request.unitName() + "对“"
                + request.resourceName() + "”的共享申请（" + request.number() + "），已催办 "
                + requests.reminders(request.id()).size() + " 次";
        act(request, "lapse", what);
        supervision.open(
                request.id().toString(),
                request.providerUnitId(),
                "共享申请逾期未答复：" + request.resourceName(),
                what,
                request.demo());
        List<String> arguments =
                List.of(request.resourceName(), String.valueOf(request.number()), request.providerUnitName());
        tidings.toUnit(
                request.unitId(),
                List.of("datasteward"),
                "exchange.sharing.overdue",
                arguments,
                "/workbench/exchange/requests/" + request.id());
    }

    private void act(ShareRequest request, String action, @Nullable String reason) {
        CaseView present =
                cases.find(java.util.Objects.requireNonNull(request.caseId())).orElseThrow();
        cases.act(
                Actor.SYSTEM,
                present.id(),
                present.version(),
                action,
                ActionInput.NONE.withReason(String.valueOf(reason)));
    }
}
