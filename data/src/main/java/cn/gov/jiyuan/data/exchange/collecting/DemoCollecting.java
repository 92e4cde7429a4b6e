package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.FileFormat;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Four departments' tasks with small files, collected as the desk would: rejected rows, a duplicate, a stopped task. */
@Component
final class DemoCollecting implements DemoSource {
    private static final Set<Cleaning> CODE = Set.of(Cleaning.HALF_WIDTH, Cleaning.NO_SPACES, Cleaning.UPPER_CASE);

    private final TaskStore tasks;
    private final BatchStore batches;
    private final QuarantineStore quarantine;
    private final Collector collector;
    private final Datasets datasets;
    private final FileStore files;
    private final Units units;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoCollecting(
            TaskStore tasks,
            BatchStore batches,
            QuarantineStore quarantine,
            Collector collector,
            Datasets datasets,
            FileStore files,
            Units units,
            TransactionTemplate transactions,
            Clock clock) {
        this.tasks = tasks;
        this.batches = batches;
        this.quarantine = quarantine;
        this.collector = collector;
        this.datasets = datasets;
        this.files = files;
        this.units = units;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public String title() {
        return "数据归集";
    }

    @Override
    public void load(Progress progress) {
        transactions.executeWithoutResult(status -> {
            quarantine.removeDemo();
            batches.removeDemo();
            tasks.removeDemo();
        });
        progress.total(7);
        people(progress);
        firms(progress);
        births(progress);
        vehicles(progress);
    }

    private void people(Progress progress) {
        CollectTask task = task(
                "迁入登记（每日）",
                "police",
                new SourceSpec.OfFile(FileFormat.CSV, null),
                dataset(
                        "landing.police_move_in",
                        "迁入登记",
                        "police",
                        "id_no",
                        DataColumn.of("id_no", "公民身份号码", DataType.TEXT).ofPersons(),
                        DataColumn.of("name", "姓名", DataType.TEXT).ofPersons(),
                        DataColumn.of("birth_date", "出生日期", DataType.DATE).ofPersons(),
                        DataColumn.of("gender", "性别", DataType.TEXT),
                        DataColumn.of("phone", "联系电话", DataType.TEXT).ofPersons(),
                        DataColumn.of("area_code", "迁入地", DataType.TEXT)),
                "daily 18:00",
                List.of(
                        new ColumnMapping("公民身份号码", "id_no", true, CODE, null),
                        new ColumnMapping("姓名", "name", true, null, null),
                        new ColumnMapping("出生日期", "birth_date", false, null, null),
                        new ColumnMapping("性别", "gender", false, null, Map.of("男", "1", "女", "2")),
                        new ColumnMapping("联系电话", "phone", false, Set.of(Cleaning.DIGITS), null),
                        new ColumnMapping("迁入地", "area_code", false, null, null)));
        Duration day = Duration.ofDays(1);
        run(
                task,
                "move-in-1.csv",
                Charset.forName("GB18030"),
                "D1",
                clock.instant().minus(day),
                progress);
        run(task, "move-in-2.csv", StandardCharsets.UTF_8, "D2", clock.instant().plus(day), progress);
        run(task, "move-in-2.csv", StandardCharsets.UTF_8, "D2", clock.instant().plus(day), progress);
    }

    private void firms(Progress progress) {
        CollectTask task = task(
                "企业登记名单",
                "market",
                new SourceSpec.OfFile(FileFormat.JSON, "/data"),
                dataset(
                        "landing.market_roster",
                        "企业登记名单",
                        "market",
                        "uscc",
                        DataColumn.of("uscc", "统一社会信用代码", DataType.TEXT),
                        DataColumn.of("entity_name", "企业名称", DataType.TEXT),
                        DataColumn.of("capital", "注册资本（万元）", DataType.DECIMAL),
                        DataColumn.of("established_on", "成立日期", DataType.DATE)),
                "daily 20:00",
                List.of(
                        new ColumnMapping("uscc", "uscc", true, CODE, null),
                        new ColumnMapping("name", "entity_name", true, null, null),
                        new ColumnMapping("capital.amount", "capital", false, null, null),
                        new ColumnMapping("established", "established_on", false, null, null)));
        Instant due = clock.instant().plus(Duration.ofHours(6));
        run(task, "firms.json", StandardCharsets.UTF_8, "F1", due, progress);
        run(tasks.find(task.id()).orElseThrow(), "firms-changed.json", StandardCharsets.UTF_8, "F2", due, progress);
    }

    private void births(Progress progress) {
        CollectTask task = task(
                "出生登记",
                "health",
                new SourceSpec.OfFile(FileFormat.XML, "birth"),
                dataset(
                        "landing.health_birth",
                        "出生登记",
                        "health",
                        "number",
                        DataColumn.of("number", "登记编号", DataType.TEXT),
                        DataColumn.of("mother", "母亲姓名", DataType.TEXT).ofPersons(),
                        DataColumn.of("born_at", "出生时间", DataType.MOMENT).ofPersons(),
                        DataColumn.of("weight", "体重（克）", DataType.INTEGER)),
                "",
                List.of(
                        new ColumnMapping("no", "number", true, null, null),
                        new ColumnMapping("mother", "mother", false, null, null),
                        new ColumnMapping("born", "born_at", true, null, null),
                        new ColumnMapping("weight", "weight", false, null, null)));
        run(task, "births.xml", StandardCharsets.UTF_8, "X1", null, progress);
    }

    private void vehicles(Progress progress) {
        CollectTask task = task(
                "省级回流：机动车登记",
                "police",
                new SourceSpec.OfBackflow(FileFormat.CSV, null, "行政区划", "演示批准文号"),
                dataset(
                        "backflow.province_vehicle",
                        "省级回流：机动车登记",
                        "police",
                        "plate",
                        DataColumn.of("plate", "号牌号码", DataType.TEXT).ofPersons(),
                        DataColumn.of("kind", "车辆类型", DataType.TEXT),
                        DataColumn.of("registered_on", "登记日期", DataType.DATE),
                        DataColumn.of("area_code", "行政区划", DataType.TEXT),
                        DataColumn.of("origin", "来源", DataType.TEXT),
                        DataColumn.of("batch", "批次号", DataType.TEXT),
                        DataColumn.of("as_of", "数据截止日期", DataType.DATE)),
                "",
                List.of(
                        new ColumnMapping("号牌号码", "plate", true, CODE, null),
                        new ColumnMapping("车辆类型", "kind", false, null, null),
                        new ColumnMapping("登记日期", "registered_on", false, null, null),
                        new ColumnMapping("行政区划", "area_code", true, null, null)));
        run(task, "vehicles.csv", StandardCharsets.UTF_8, "P1", null, progress);
    }

    private Dataset dataset(String name, String title, String unit, String key, DataColumn... columns) {
        Dataset made = new Dataset(name, title, unit, List.of(columns), List.of(key), 1);
        datasets.declare(Actor.SYSTEM, made);
        return made;
    }

    private CollectTask task(
            String name,
            String unitCode,
            SourceSpec source,
            Dataset dataset,
            String schedule,
            List<ColumnMapping> mappings) {
        Unit unit = units.byCode(unitCode).orElseThrow();
        Schedule plan = new Schedule(schedule);
        CollectTask task = new CollectTask(
                Ids.next(),
                "GJ" + String.format("%06d", tasks.nextNumber()),
                name,
                unit.id(),
                unit.code(),
                source,
                dataset.name(),
                Landing.Mode.MERGE,
                mappings,
                plan,
                TaskState.ACTIVE,
                "",
                List.of(),
                null,
                plan.next(clock.instant(), clock.getZone()),
                0,
                Actor.SYSTEM.personId(),
                1,
                true);
        transactions.executeWithoutResult(status -> tasks.insert(task, null, Actor.SYSTEM, clock.instant()));
        return task;
    }

    private void run(
            CollectTask task, String file, Charset charset, String number, @Nullable Instant due, Progress progress) {
        if (progress.cancelled()) {
            return;
        }
        FileStore.StoredFile kept = files.put(Actor.SYSTEM, file, "application/octet-stream", content(file, charset));
        boolean backflow = task.source().sort() == SourceKind.BACKFLOW;
        UUID id = Ids.next();
        batches.insert(new Batch(
                id,
                task.id(),
                task.name(),
                task.unitId(),
                number,
                task.dataset(),
                task.mode(),
                Batch.State.QUEUED,
                backflow ? Batch.Origin.PROVINCE : Batch.Origin.LOCAL,
                backflow ? LocalDate.now(clock).withDayOfMonth(1) : null,
                kept.id(),
                null,
                file,
                null,
                "",
                Batch.Counts.NONE,
                0,
                null,
                null,
                "",
                null,
                due,
                Actor.SYSTEM.personId(),
                Actor.SYSTEM.name(),
                clock.instant(),
                null,
                null,
                true));
        try {
            collector.run(id, Actor.SYSTEM, progress);
        } catch (Fault fault) {
            // A refused batch belongs to the demonstration; it was noted where it belongs.
            progress.say(fault.code().code());
        }
        progress.advance(1);
    }

    private static byte[] content(String file, Charset charset) {
        try (InputStream in = new ClassPathResource("exchange/demo/" + file).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).getBytes(charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
