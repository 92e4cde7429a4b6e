package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When the rate of sharing on demand falls short, what was granted and never worked becomes a work order (派单). */
@Component
final class Unmet {
    private static final int PORTION = 500;

    private final DemandStore demands;
    private final Supervision supervision;
    private final SupervisionStore opened;
    private final Rules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Unmet(
            DemandStore demands,
            Supervision supervision,
            SupervisionStore opened,
            Rules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.demands = demands;
        this.supervision = supervision;
        this.opened = opened;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return how many orders were given out */
    int dispatch() {
        opened.overcome().forEach(subject -> transactions.executeWithoutResult(status -> supervision.settle(subject)));
        LocalDate today = LocalDate.now(clock);
        int year = today.getYear();
        DemandStore.Tally tally = demands.tally(new RowScope.All(), year);
        if (reached(tally, rules.decimal("exchange.sharing.target", today))) {
            return 0;
        }
        int given = 0;
        for (Demand demand : demands.unused(year, PORTION)) {
            if (opened.of(subject(demand.id())).isEmpty()) {
                transactions.executeWithoutResult(status -> open(demand));
                given++;
            }
        }
        return given;
    }

    static boolean reached(DemandStore.Tally tally, BigDecimal target) {
        BigDecimal met = BigDecimal.valueOf(tally.met()).multiply(BigDecimal.valueOf(100));
        return tally.all() == 0 || met.compareTo(target.multiply(BigDecimal.valueOf(tally.all()))) >= 0;
    }

    static String subject(UUID demand) {
        return "demand:" + demand;
    }

    private void open(Demand demand) {
        UUID unit = demand.providerUnitId() == null ? demand.unitId() : demand.providerUnitId();
        supervision.open(
                subject(demand.id()),
                unit,
                "已授权未调通：" + demand.title(),
                demand.unitName() + "的需求“" + demand.title() + "”（" + demand.number()
                        + "）已经授权，但一次也没有调通，不计入已满足。请与使用部门一起查明原因并调通",
                demand.demo());
    }
}
