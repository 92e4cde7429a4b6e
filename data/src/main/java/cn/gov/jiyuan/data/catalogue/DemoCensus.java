package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseImport;
import cn.gov.jiyuan.platform.cases.HistoricCase;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A census that is under way: most units have answered, some left tables out, a few are late. */
@Component
final class DemoCensus implements DemoSource {
    private static final int OPENED_AGO = 25;
    private static final int DUE_AGO = 2;

    private final CensusStore store;
    private final DemoResourceWriter writer;
    private final CaseImport imports;
    private final Units units;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoCensus(
            CensusStore store,
            DemoResourceWriter writer,
            CaseImport imports,
            Units units,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.imports = imports;
        this.units = units;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 41;
    }

    @Override
    public String title() {
        return "公共数据资源普查";
    }

    @Override
    public void load(Progress progress) {
        transactions.executeWithoutResult(status -> {
            imports.removeDemo(ReturnType.ID);
            writer.removeDemoCensus();
            LocalDate today = LocalDate.now(clock);
            CensusStore.Round round = new CensusStore.Round(
                    UUID.nameUUIDFromBytes("demo-census".getBytes(StandardCharsets.UTF_8)),
                    "PC" + today.minusDays(OPENED_AGO).getYear() + "000",
                    today.minusDays(OPENED_AGO).getYear() + " 年公共数据资源普查",
                    "在用业务系统的数据库",
                    today.minusDays(DUE_AGO),
                    "数据资源主管",
                    at(OPENED_AGO, 9),
                    true);
            store.insert(round);
            List<Unit> asked = units.offices().stream()
                    .filter(unit -> unit.kind() != Unit.Kind.AUTHORITY)
                    .toList();
            for (int i = 0; i < asked.size(); i++) {
                one(round, asked.get(i), i);
                progress.advance(1);
            }
        });
    }

    private Instant at(int daysAgo, int hour) {
        return LocalDate.now(clock)
                .minusDays(daysAgo)
                .atTime(hour, 30)
                .atZone(clock.getZone())
                .toInstant();
    }

    /** Of ten units one is late, one waits to be confirmed, two wait for the authority, the others are done. */
    private void one(CensusStore.Round round, Unit unit, int index) {
        SplittableRandom random = new SplittableRandom(2_026L * 31 + index);
        UUID id = Ids.at(round.openedAt().toEpochMilli() + index, random.nextLong(), random.nextLong());
        int kind = index % 10;
        Actor steward = DemoResources.actor(unit, "datasteward", "steward");
        Actor head = DemoResources.actor(unit, "approver", "reviewer");
        Actor manager = DemoResources.actor(units.get(ResourceType.AUTHORITY), "datamanager", "publisher");
        Instant submitted = at(4 + random.nextInt(15), 10);
        List<HistoricCase.Deed> deeds = new ArrayList<>();
        if (kind != 9) {
            deeds.add(new HistoricCase.Deed(submitted, steward, "submit", ActionInput.NONE));
        }
        if (kind < 8) {
            Instant confirmed = submitted.plusSeconds(7_200);
            deeds.add(new HistoricCase.Deed(confirmed, head, "confirm", ActionInput.opinion("填报属实。")));
        }
        if (kind < 6) {
            Instant reviewed = submitted.plusSeconds(2 * 86_400);
            deeds.add(new HistoricCase.Deed(reviewed, manager, "approve", ActionInput.opinion("核对无误。")));
        }
        imports.importAll(
                Stream.of(new HistoricCase(id, Census.opened(round, unit), manager, round.openedAt(), deeds)));
        store.insert(id, round, unit.id(), unit.name(), unit.areaCode());
        CensusStore.Return filed = store.find(id).orElseThrow();
        if (kind == 9) {
            return;
        }
        store.tables(filed, tables(unit, 4 + random.nextInt(9), kind == 4 ? 2 : 0));
        store.submitted(id, steward.name(), submitted, false);
        String state = kind < 6 ? "approved" : kind < 8 ? "reviewing" : "confirming";
        store.state(id, state);
        if (kind < 8) {
            store.confirmed(id, head.name());
        }
    }

    /** @param missed found by the scan beside those reported */
    private static List<CensusTable> tables(Unit unit, int reported, int missed) {
        String system = unit.shortName() + "业务系统";
        return IntStream.rangeClosed(1, reported + missed)
                .mapToObj(i -> new CensusTable(
                        system,
                        "t_biz_%02d".formatted(i),
                        "业务表 " + i,
                        i <= reported ? 1_000L * i : null,
                        i <= reported,
                        missed > 0,
                        i <= reported ? Disposition.KNOWN : Disposition.NONE,
                        null,
                        null,
                        List.of()))
                .toList();
    }
}
