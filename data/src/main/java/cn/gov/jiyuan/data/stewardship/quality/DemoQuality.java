package cn.gov.jiyuan.data.stewardship.quality;

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
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A household register with the usual faults, and the rules that find them; orders follow as for any data. */
@Component
final class DemoQuality implements DemoSource {
    private static final String HOUSEHOLD = "demo.household";
    private static final int PEOPLE = 2_000;

    private final Datasets datasets;
    private final QualityRuleStore rules;
    private final QualityInspection inspection;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoQuality(
            Datasets datasets,
            QualityRuleStore rules,
            QualityInspection inspection,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.datasets = datasets;
        this.rules = rules;
        this.inspection = inspection;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public String title() {
        return "数据质量";
    }

    @Override
    public void load(Progress progress) {
        datasets.declare(
                Actor.SYSTEM,
                new Dataset(
                        HOUSEHOLD,
                        "户籍人口（演示）",
                        "police",
                        List.of(
                                DataColumn.of("row_no", "行号", DataType.TEXT),
                                DataColumn.of("id_no", "公民身份号码", DataType.TEXT).ofPersons(),
                                DataColumn.of("name", "姓名", DataType.TEXT).ofPersons(),
                                DataColumn.of("gender", "性别代码", DataType.TEXT).ofPersons(),
                                DataColumn.of("marital", "婚姻状况", DataType.TEXT).ofPersons(),
                                DataColumn.of("as_of", "登记日期", DataType.DATE)),
                        List.of("row_no"),
                        1));
        rule("公民身份号码有效", Template.CITIZEN_ID, Settings.of("id_no"), QualityRule.Severity.HIGH);
        rule("公民身份号码不为空", Template.NOT_NULL, Settings.of("id_no"), QualityRule.Severity.HIGH);
        rule("公民身份号码不重复", Template.UNIQUE, Settings.of("id_no"), QualityRule.Severity.MEDIUM);
        rule("性别采用国家标准代码", Template.CODE_TABLE, Settings.of("gender").coded("GB/T 2261.1"), QualityRule.Severity.LOW);
        rule("每批行数平稳", Template.FLUCTUATION, Settings.of(), QualityRule.Severity.HIGH);
        if (datasets.current(HOUSEHOLD).isEmpty()) {
            progress.say("户籍人口");
            land();
        }
        inspection.run(HOUSEHOLD, "", progress);
    }

    private void land() {
        try (Landing landing = datasets.land(Actor.SYSTEM, HOUSEHOLD, "demo-1", Landing.Mode.REPLACE)) {
            for (int i = 0; i < PEOPLE; i++) {
                DemoPopulation.Citizen person = DemoPopulation.citizen(i);
                String id = person.idNumber().value();
                String written = i % 97 == 0 ? null : i % 61 == 0 ? id.substring(0, 17) + "*" : id;
                String gender = i % 53 == 0
                        ? "男女"
                        : String.valueOf(person.idNumber().gender().ordinal() + 1);
                landing.row(
                        "R" + i,
                        written,
                        person.name(),
                        gender,
                        i % 3 == 0 ? "未婚" : "已婚",
                        person.idNumber().birth().plusYears(18));
            }
            landing.commit();
        }
    }

    private void rule(String title, Template template, Settings settings, QualityRule.Severity severity) {
        transactions.executeWithoutResult(status -> {
            rules.lockNumbers();
            boolean known = rules.inForce(HOUSEHOLD).stream()
                    .anyMatch(rule -> rule.title().equals(title));
            if (known) {
                return;
            }
            QualityRule rule = new QualityRule(
                    Ids.next(),
                    "ZL%05d".formatted(rules.next()),
                    1,
                    HOUSEHOLD,
                    Unit.idOf("police"),
                    title,
                    template.dimension(),
                    template,
                    settings,
                    BigDecimal.ONE,
                    severity,
                    "",
                    QualityRule.State.DRAFT,
                    Actor.SYSTEM.personId(),
                    "演示数据",
                    null,
                    true);
            rules.insert(rule, clock.instant());
            rules.approve(rule, "演示数据", clock.instant());
        });
    }
}
