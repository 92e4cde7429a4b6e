package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Marriages as 民政 registers them, checked against the household register: a few people are told of in two ways. */
@Component
final class DemoCrossCheck implements DemoSource {
    private static final String ITEM = "person.marital";
    private static final String MARRIAGE = "demo.marriage";
    private static final String HOUSEHOLD = "demo.household";
    private static final int PEOPLE = 2_000;

    private final Datasets datasets;
    private final AuthorityStore sources;
    private final CrossCheck check;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoCrossCheck(
            Datasets datasets,
            AuthorityStore sources,
            CrossCheck check,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.datasets = datasets;
        this.sources = sources;
        this.check = check;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int order() {
        return 71;
    }

    @Override
    public String title() {
        return "一数一源和多元校核";
    }

    @Override
    public void load(Progress progress) {
        datasets.declare(
                Actor.SYSTEM,
                new Dataset(
                        MARRIAGE,
                        "婚姻登记（演示）",
                        "civil",
                        List.of(
                                DataColumn.of("id_no", "公民身份号码", DataType.TEXT).ofPersons(),
                                DataColumn.of("marital", "婚姻状况", DataType.TEXT).ofPersons(),
                                DataColumn.of("as_of", "登记日期", DataType.DATE)),
                        List.of(),
                        1));
        if (datasets.current(MARRIAGE).isEmpty()) {
            land();
        }
        transactions.executeWithoutResult(status -> appoint());
        check.run(ITEM, progress);
    }

    /** Every fortieth says something else than the household register. */
    private void land() {
        LocalDate today = LocalDate.now(clock);
        try (Landing landing = datasets.land(Actor.SYSTEM, MARRIAGE, "demo-1", Landing.Mode.REPLACE)) {
            for (int i = 0; i < PEOPLE; i++) {
                String household = i % 3 == 0 ? "未婚" : "初婚";
                String told = i % 40 == 1 ? "离异" : household;
                landing.row(DemoPopulation.citizen(i).idNumber().value(), told, today.minusDays(30L + i % 900));
            }
            landing.commit();
        }
    }

    private void appoint() {
        sources.lock();
        if (!sources.of(ITEM).isEmpty()) {
            return;
        }
        Source civil = new Source(Unit.idOf("civil"), "civil", MARRIAGE, "id_no", "marital", "as_of");
        Source police = new Source(Unit.idOf("police"), "police", HOUSEHOLD, "id_no", "marital", "as_of");
        sources.insert(
                new Authority(
                        Ids.next(), ITEM, "婚姻状况", civil, "GB/T 2261.2", "婚姻登记条例第二条", LocalDate.of(2022, 1, 1), null),
                "演示数据",
                clock.instant());
        sources.add(ITEM, police, "演示数据", clock.instant());
    }
}
