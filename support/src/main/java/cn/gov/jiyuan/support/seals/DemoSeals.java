package cn.gov.jiyuan.support.seals;

import cn.gov.jiyuan.contracts.seals.SealKind;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An official seal and an approval seal for each office of the demonstration. */
@Component
final class DemoSeals implements DemoSource {
    private final SealRegister register;
    private final SealStore store;
    private final Units units;
    private final TransactionTemplate transactions;

    DemoSeals(SealRegister register, JdbcClient jdbc, Units units, PlatformTransactionManager transactions) {
        this.register = register;
        this.store = new SealStore(jdbc);
        this.units = units;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String title() {
        return "电子印章（测试 CA，不具法律效力）";
    }

    @Override
    public void load(Progress progress) {
        List<Unit> offices = units.offices();
        progress.total(offices.size());
        for (Unit unit : offices) {
            transactions.executeWithoutResult(status -> {
                for (SealKind kind : List.of(SealKind.OFFICIAL, SealKind.APPROVAL)) {
                    if (store.active(unit.id(), kind).isEmpty()) {
                        register.make(Actor.SYSTEM, unit.id(), kind, true);
                    }
                }
            });
            progress.advance(1);
        }
    }
}
