package cn.gov.jiyuan.data.stewardship.grading;

import cn.gov.jiyuan.contracts.stewardship.DataGrades;
import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Classes and grades (分类分级, GB/T 43697-2024): the engine suggests, a person confirms, the highest column counts for the
 * whole, and what many rows together would tell is graded anew.
 */
@Service
class Grading implements DataGrades {
    private static final int SAMPLE = 200;
    private static final int IMPORTANT = 5;
    private static final int MOST_COMMON = 4;

    private final Datasets datasets;
    private final DatasetReach reach;
    private final GradeStore store;
    private final Rules rules;
    private final StewardshipTrail trail;
    private final Clock clock;

    Grading(Datasets datasets, DatasetReach reach, GradeStore store, Rules rules, StewardshipTrail trail, Clock clock) {
        this.datasets = datasets;
        this.reach = reach;
        this.store = store;
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public List<ColumnGrade> columns(String name) {
        Map<String, GradeStore.ColumnRow> known =
                store.columns(name).stream().collect(Collectors.toMap(GradeStore.ColumnRow::column, row -> row));
        return datasets.find(name).stream()
                .flatMap(dataset -> dataset.columns().stream())
                .map(column -> grade(column, known.get(column.name())))
                .toList();
    }

    private ColumnGrade grade(DataColumn column, GradeStore.@Nullable ColumnRow row) {
        if (row != null) {
            return new ColumnGrade(
                    row.column(), row.personal(), row.sensitive(), row.level(), row.why(), row.confirmed());
        }
        Detector.Suggestion one = Detector.of(column, List.of(), LocalDate.now(clock));
        return new ColumnGrade(column.name(), one.personal(), one.sensitive(), one.level(), one.why(), false);
    }

    /** Looks at a dataset as it is now and suggests; in the caller's transaction or one of its own. */
    @Transactional
    public void detect(String name) {
        Dataset dataset = datasets.get(name);
        Snapshot now = datasets.current(name).orElse(null);
        long rows = now == null ? 0 : now.rows();
        UUID unit = reach.unit(dataset);
        Map<String, List<String>> sample = rows == 0 ? Map.of() : sample(dataset);
        for (DataColumn column : dataset.columns()) {
            List<String> values = sample.getOrDefault(column.name(), List.of());
            store.suggest(name, unit, column, scaled(Detector.of(column, values, LocalDate.now(clock)), rows));
        }
        regrade(dataset, unit, rows);
    }

    /** Scale is one of the factors of a grade (规模): very many sensitive rows weigh more. */
    private Detector.Suggestion scaled(Detector.Suggestion one, long rows) {
        long many = rules.integer("stewardship.grade.many", LocalDate.now(clock));
        if (!one.sensitive() || rows < many || one.level() >= MOST_COMMON) {
            return one;
        }
        return new Detector.Suggestion(
                one.category(),
                one.personal(),
                true,
                one.level() + 1,
                one.why() + "；共 " + rows + " 行，达到 " + many + " 行，提高一级");
    }

    private void regrade(Dataset dataset, UUID unit, long rows) {
        List<GradeStore.ColumnRow> columns = store.columns(dataset.name());
        int level = columns.stream().mapToInt(GradeStore.ColumnRow::level).max().orElse(1);
        boolean sensitive = columns.stream().anyMatch(GradeStore.ColumnRow::sensitive);
        boolean personal = columns.stream().anyMatch(GradeStore.ColumnRow::personal);
        String warning = warning(columns, rows);
        String state = warning.isEmpty() ? "SUGGESTED" : "ARGUE";
        boolean confirmed = !columns.isEmpty() && columns.stream().allMatch(GradeStore.ColumnRow::confirmed);
        store.keep(
                new GradeStore.DatasetRow(
                        Ids.next(),
                        dataset.name(),
                        unit,
                        rows,
                        level,
                        label(level, personal, sensitive),
                        warning,
                        "",
                        confirmed && warning.isEmpty() ? "CONFIRMED" : state),
                dataset.title(),
                clock.instant());
    }

    /** The whole population together with health tells more than each row does: a person must judge. */
    private String warning(List<GradeStore.ColumnRow> columns, long rows) {
        LocalDate today = LocalDate.now(clock);
        long population = rules.integer("stewardship.grade.population", today);
        BigDecimal coverage = rules.decimal("stewardship.grade.coverage", today);
        boolean whole = BigDecimal.valueOf(rows).compareTo(coverage.multiply(BigDecimal.valueOf(population))) >= 0;
        boolean people = columns.stream().anyMatch(column -> column.category().equals("个人信息/身份标识"));
        boolean health = columns.stream().anyMatch(column -> column.category().equals("个人信息/医疗健康"));
        if (!whole || !people || !health) {
            return "";
        }
        return "聚合后重新定级：" + rows + " 行，覆盖全市人口 " + population + " 人的 " + rows * 100 / population
                + "%，并含医疗健康信息，可能升为重要数据，须人工论证。";
    }

    static String label(int level, boolean personal, boolean sensitive) {
        if (level > MOST_COMMON) {
            return level == IMPORTANT ? "重要数据" : "核心数据";
        }
        String kind = sensitive ? "·敏感个人信息" : personal ? "·个人信息" : "";
        return "一般数据" + kind + " " + level + " 级";
    }

    private Map<String, List<String>> sample(Dataset dataset) {
        Map<String, List<String>> sample = new HashMap<>();
        String columns = dataset.columns().stream()
                .map(column -> "cast(\"" + column.name() + "\" as varchar) as \"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
        try (DataSession session = datasets.open(dataset.name())) {
            session.each("select " + columns + " from data limit " + SAMPLE, List.of(), row -> {
                for (DataColumn column : dataset.columns()) {
                    String value = row.text(column.name());
                    if (value != null && !value.isBlank()) {
                        sample.computeIfAbsent(column.name(), name -> new java.util.ArrayList<>())
                                .add(value);
                    }
                }
            });
        }
        return sample;
    }

    /** What a person confirms; null takes the suggestion. */
    record Confirmation(
            @Nullable String category,
            @Nullable Boolean personal,
            @Nullable Boolean sensitive,
            @Nullable Integer level,
            @Nullable String reason) {}

    @Transactional
    public void confirm(Actor actor, String name, String column, Confirmation wanted) {
        Dataset dataset = reach.get(actor, "stewardship.grading.confirm", name);
        GradeStore.ColumnRow grade =
                store.lock(name, column).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, column));
        int level = Objects.requireNonNullElse(wanted.level(), grade.suggested());
        String reason = Objects.requireNonNullElse(wanted.reason(), "").strip();
        if (level < 1 || level > IMPORTANT + 1) {
            throw Fault.at("/level", StewardshipError.BAD_RULE, "级别应在 1 至 6 之间");
        }
        if (level < grade.suggested() && reason.length() < 10) {
            throw Fault.at("/reason", StewardshipError.LOWER_WITHOUT_REASON, grade.suggested(), level);
        }
        GradeStore.ColumnRow confirmed = new GradeStore.ColumnRow(
                grade.id(),
                name,
                column,
                grade.title(),
                grade.unitId(),
                Objects.requireNonNullElse(wanted.category(), grade.category()),
                Objects.requireNonNullElse(wanted.personal(), grade.personal()),
                Objects.requireNonNullElse(wanted.sensitive(), grade.sensitive()),
                level,
                grade.suggested(),
                grade.why(),
                true,
                grade.version());
        LocalDate review =
                LocalDate.now(clock).plusMonths(rules.integer("stewardship.grade.review", LocalDate.now(clock)));
        store.confirm(
                confirmed,
                reason.isEmpty() ? grade.why() : grade.why() + "；确认理由：" + reason,
                actor.name(),
                clock.instant(),
                review);
        trail.record(
                actor,
                "grade",
                "confirm",
                name + "." + column,
                "确认分类分级：" + dataset.title() + " " + grade.title() + " " + level + " 级",
                Map.of("suggested", grade.suggested(), "reason", reason));
        regrade(
                dataset,
                grade.unitId(),
                datasets.current(name).map(Snapshot::rows).orElse(0L));
    }

    /** A person's judgement on what the aggregation means. */
    @Transactional
    public void argue(Actor actor, String name, int level, String justification) {
        Dataset dataset = reach.get(actor, "stewardship.grading.argue", name);
        GradeStore.DatasetRow grade = store.dataset(name).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, name));
        if (level < grade.level() || level > IMPORTANT + 1) {
            throw Fault.at("/level", StewardshipError.BAD_RULE, "就高不就低：级别应在 " + grade.level() + " 至 6 之间");
        }
        String words = StewardshipTrail.reason("/justification", justification);
        String label = level > MOST_COMMON ? label(level, true, true) : grade.label();
        store.argue(name, level, label, words, actor.name(), clock.instant());
        trail.record(
                actor,
                "grade",
                "argue",
                name,
                "论证数据集定级：" + dataset.title() + "，" + label,
                Map.of("justification", words, "warning", grade.warning()));
    }
}
