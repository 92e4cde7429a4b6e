package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens an order for a rule that fails, and closes it when a later version passes; in the caller's transaction. */
@Component
final class QualityOrders {
    private static final UUID AUTHORITY = Unit.idOf("data");
    private final QualityOrderStore store;
    private final Cases cases;
    private final Units units;
    private final Rules rules;
    private final Clock clock;

    QualityOrders(QualityOrderStore store, Cases cases, Units units, Rules rules, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    void follow(QualityRule rule, Result result, long snapshot) {
        if (result.verdict() == Result.Verdict.FAILED) {
            failed(rule, result.failed(), result.total(), snapshot);
        } else {
            passed(rule, result, snapshot);
        }
    }

    void failed(QualityRule rule, long failed, long total, long snapshot) {
        Optional<QualityOrderStore.Order> open = store.open(rule.dataset(), rule.code());
        if (open.isEmpty()) {
            issue(rule, failed, total, snapshot);
            return;
        }
        QualityOrderStore.Order order = open.get();
        if (order.snapshot() == snapshot) {
            return;
        }
        store.measured(order.id(), failed, total, snapshot);
        if (order.state().equals("retest")) {
            act(order.id(), "fail", "第 " + snapshot + " 版仍有 " + failed + " 行不合格");
        }
    }

    /** A new version is wanted: looking twice at the same one proves nothing. */
    private void passed(QualityRule rule, Result result, long snapshot) {
        store.open(rule.dataset(), rule.code())
                .filter(order -> snapshot > order.snapshot())
                .ifPresent(order -> {
                    store.measured(order.id(), result.failed(), result.total(), snapshot);
                    String action = order.state().equals("retest") ? "pass" : "clear";
                    act(order.id(), action, "第 " + snapshot + " 版检查 " + result.total() + " 行，达到合格线");
                });
    }

    private void issue(QualityRule rule, long failed, long total, long snapshot) {
        LocalDate today = LocalDate.now(clock);
        OffsetDateTime since = today.minusMonths(rules.integer("stewardship.recurrence.months", today))
                .atStartOfDay(clock.getZone())
                .toOffsetDateTime();
        String number = cases.nextNumber("ZLGD" + today.format(DateTimeFormatter.BASIC_ISO_DATE), 5);
        Unit authority = units.get(AUTHORITY);
        UUID id = cases.open(
                Actor.SYSTEM,
                new NewCase(
                        QualityOrderType.ID,
                        "质量工单：" + rule.title(),
                        number,
                        rule.unitId(),
                        null,
                        authority.id(),
                        authority.name(),
                        NewCase.ApplicantKind.ORGANISATION,
                        null,
                        "stewardship:" + rule.dataset(),
                        Map.of(
                                "dataset",
                                rule.dataset(),
                                "rule",
                                rule.code(),
                                "ruleVersion",
                                rule.version(),
                                "failed",
                                failed,
                                "total",
                                total,
                                "snapshot",
                                snapshot),
                        null,
                        rule.demo()));
        store.insert(
                new QualityOrderStore.Order(
                        id,
                        number,
                        rule.dataset(),
                        rule.code(),
                        rule.title(),
                        rule.unitId(),
                        "found",
                        failed,
                        total,
                        snapshot,
                        store.closedSince(rule.dataset(), rule.code(), since)),
                clock.instant());
        act(id, "issue", "检查 " + total + " 行，不合格 " + failed + " 行");
    }

    private void act(UUID id, String action, String reason) {
        CaseView order = cases.find(id).orElseThrow();
        cases.act(Actor.SYSTEM, id, order.version(), action, ActionInput.NONE.withReason(reason));
    }
}
