package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.cases.HistoricCase;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Open datasets of the demonstration: figures counted from what the demonstration's offices did, published through the gate
 * like any. Only who reviewed them and when is made up; nobody has used them yet.
 */
@Component("opendata.DemoOpenData")
final class DemoOpenData implements DemoSource {
    private static final int LATE = 7;
    private static final int AFTER_CASES_AND_RATINGS = 65;

    private final DatasetStore store;
    private final DemoCounts counts;
    private final Publisher publisher;
    private final Gate gate;
    private final Datasets datasets;
    private final CaseImport imports;
    private final Units units;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoOpenData(
            DatasetStore store,
            DemoCounts counts,
            Publisher publisher,
            Gate gate,
            Datasets datasets,
            CaseImport imports,
            Units units,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.counts = counts;
        this.publisher = publisher;
        this.gate = gate;
        this.datasets = datasets;
        this.imports = imports;
        this.units = units;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_CASES_AND_RATINGS;
    }

    @Override
    public String title() {
        return "公共数据开放";
    }

    @Override
    public void load(Progress progress) {
        List<DemoDatasets.Draft> drafts = DemoDatasets.all();
        progress.total(drafts.size());
        transactions.executeWithoutResult(status -> {
            imports.removeDemo(DatasetType.ID);
            store.removeDemo();
        });
        for (int i = 0; i < drafts.size() && !progress.cancelled(); i++) {
            publish(drafts.get(i), i + 1);
            progress.advance(1);
        }
    }

    /** Where nothing was done there is nothing to publish. */
    private void publish(DemoDatasets.Draft draft, int number) {
        List<@Nullable Object[]> rows = counts.rows(draft);
        if (rows.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        Unit unit = units.byCode(draft.unit()).orElseThrow();
        String source = "opendemo.figures_" + number;
        datasets.declare(
                Actor.SYSTEM, new Dataset(source, draft.title(), unit.code(), draft.dataColumns(), List.of(), 1));
        try (Landing landing = datasets.land(Actor.SYSTEM, source, "demo-" + clock.instant(), Landing.Mode.REPLACE)) {
            rows.forEach(landing::row);
            landing.commit();
        }
        boolean late = number == LATE;
        OpenDataset dataset = dataset(draft, number, unit, source, late);
        Set<String> names =
                draft.columns().stream().map(DemoDatasets.Field::name).collect(Collectors.toSet());
        transactions.executeWithoutResult(status -> {
            imports.importAll(Stream.of(history(dataset, late)));
            store.insert(dataset, dataset.unitId(), opened(dataset));
            store.columns(dataset.id(), gate.columns(source, names));
        });
        Publisher.Made made = publisher.make(Actor.SYSTEM, dataset);
        LocalDate due = ReleaseWork.nextDue(dataset.cycle(), today);
        transactions.executeWithoutResult(status -> {
            store.release(made, dataset, dataset.unitId(), late ? today.minusDays(12) : due);
            store.checked(dataset.id(), made.report(), clock.instant());
        });
    }

    private Instant opened(OpenDataset dataset) {
        return clock.instant()
                .minus(Duration.ofDays(20L + Math.abs(dataset.identifier().hashCode() % 40)));
    }

    private OpenDataset dataset(DemoDatasets.Draft draft, int number, Unit unit, String source, boolean late) {
        boolean conditional = draft.open() == OpenType.CONDITIONAL;
        LocalDate today = LocalDate.now(clock);
        String code = "demo/%06d".formatted(number);
        String identifier = "jy-figures-%02d".formatted(number);
        return new OpenDataset(
                id(identifier),
                identifier,
                "KFYS%04d".formatted(number),
                code,
                1,
                source,
                draft.title(),
                draft.how() + "，由平台从办理记录直接汇总，小于 5 的人次留空。演示环境的数据。",
                draft.theme(),
                draft.keywords(),
                unit.id(),
                unit.code(),
                unit.name(),
                draft.open(),
                conditional ? Licence.AGREEMENT : Licence.OPEN,
                draft.cycle(),
                DemoDatasets.since(today),
                DemoDatasets.until(today).minusDays(1),
                late ? "expired" : "published",
                0,
                null,
                null,
                null,
                null,
                "",
                true);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("opendata-demo:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private HistoricCase history(OpenDataset dataset, boolean late) {
        Instant begun = opened(dataset);
        List<HistoricCase.Deed> deeds = new ArrayList<>();
        deeds.add(deed(begun, 1, official("数据管理员", dataset.unitId(), "datasteward"), "submit", ""));
        deeds.add(deed(begun, 2, official("部门审核人", dataset.unitId(), "approver"), "confirm", "同意开放"));
        deeds.add(deed(begun, 4, official("安全管理员", DatasetType.BUREAU, "securityofficer"), "clear", "汇总数据，无个人信息"));
        deeds.add(deed(begun, 6, official("数据资源主管", DatasetType.BUREAU, "datamanager"), "publish", "同意发布"));
        deeds.add(deed(begun, 6, Actor.SYSTEM, "released", "第 1 版"));
        if (late) {
            deeds.add(deed(begun, 18, Actor.SYSTEM, "expire", "到期未更新"));
        }
        NewCase opened = new NewCase(
                DatasetType.ID,
                "开放数据集：" + dataset.title(),
                dataset.number(),
                dataset.unitId(),
                null,
                dataset.unitId(),
                dataset.unitName(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                "resource:" + dataset.resourceCode(),
                Map.of(
                        "openType",
                        dataset.openType().name(),
                        "openTypeText",
                        dataset.openType().label()),
                null,
                true);
        return new HistoricCase(dataset.id(), opened, official("数据管理员", dataset.unitId(), "datasteward"), begun, deeds);
    }

    private static HistoricCase.Deed deed(Instant begun, int days, Actor actor, String action, String words) {
        Instant at = begun.plus(Duration.ofDays(days)).plusSeconds(action.equals("released") ? 60 : 0);
        return new HistoricCase.Deed(
                at, actor, action, ActionInput.opinion(words).withReason(words));
    }

    private Actor official(String name, UUID unitId, String role) {
        UUID person = id(role + unitId);
        Unit unit = units.get(unitId);
        return new Actor(
                person, name, ActingAs.OFFICIAL, person, name, unitId, unit.shortName(), Set.of("official", role), 4);
    }
}
