package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.standards.DataStandards;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.HubError;
import cn.gov.jiyuan.platform.hub.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs rules that look at rows on one version of a dataset. */
@Component
final class QualityRowChecks {
    private static final int LONGEST_VALUE = 200;
    private final Datasets datasets;
    private final DataStandards standards;

    QualityRowChecks(Datasets datasets, DataStandards standards) {
        this.datasets = datasets;
        this.standards = standards;
    }

    /** A row that fails. */
    record Failing(String key, String observed) {}

    /** @param rows rows of the version, of which {@code total} are judged and {@code passed} pass */
    record Counted(long rows, long total, long passed, String expected, List<Failing> failing) {}

    /** @throws Fault if the rule cannot be run on the dataset as it is */
    void requireSound(Dataset dataset, Template template, Settings settings) {
        if (!template.ofRows()) {
            return;
        }
        if (template == Template.SQL) {
            String sql = sql(settings);
            CheckWriter.views(settings).values().forEach(this::version);
            datasets.current(dataset.name()).ifPresent(now -> tried(now, settings, sql));
            return;
        }
        Check check = writer(dataset, settings).write(template);
        check.views().values().forEach(this::version);
    }

    private void tried(Snapshot now, Settings settings, String sql) {
        try (DataSession session = session(now, CheckWriter.views(settings))) {
            session.columns(sql);
        }
    }

    Counted run(QualityRule rule, Dataset dataset, Snapshot snapshot, int most) {
        return rule.template() == Template.SQL
                ? ofQuery(rule.settings(), snapshot, most)
                : ofForm(rule, dataset, snapshot, most);
    }

    private Counted ofForm(QualityRule rule, Dataset dataset, Snapshot snapshot, int most) {
        Check check = writer(dataset, rule.settings()).write(rule.template());
        try (DataSession session = session(snapshot, check.views())) {
            DataSession.Row row = session.one(check.counting());
            long total = row.number("total");
            long passed = row.number("passed");
            List<Failing> failing = new ArrayList<>();
            if (passed < total) {
                session.each(
                        check.failing(CheckWriter.key(dataset), most),
                        List.of(),
                        bad -> failing.add(new Failing(shown(bad.text("row_key")), shown(bad.text("observed")))));
            }
            return new Counted(snapshot.rows(), total, passed, check.expected(), failing);
        }
    }

    private Counted ofQuery(Settings settings, Snapshot snapshot, int most) {
        String sql = sql(settings);
        try (DataSession session = session(snapshot, CheckWriter.views(settings))) {
            long failed = session.one("select count(*) as failed from (" + sql + ") as failing_")
                    .number("failed");
            List<Failing> failing = new ArrayList<>();
            if (failed > 0) {
                session.each(
                        "select * from (" + sql + ") as failing_ limit " + most,
                        List.of(),
                        bad -> failing.add(row(bad)));
            }
            long rows = snapshot.rows();
            return new Counted(rows, rows, Math.max(0, rows - failed), "不在查询结果中", failing);
        }
    }

    private static Failing row(DataSession.Row row) {
        List<String> values = row.values().stream()
                .map(value -> value == null ? "" : value.toString())
                .toList();
        return new Failing(shown(values.isEmpty() ? "" : values.getFirst()), shown(String.join("，", values)));
    }

    private static String shown(@org.jspecify.annotations.Nullable String value) {
        String text = value == null ? "" : value;
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private DataSession session(Snapshot snapshot, Map<String, String> views) {
        Map<String, Snapshot> all = new LinkedHashMap<>();
        all.put("data", snapshot);
        views.forEach((name, other) -> all.put(name, version(other)));
        return datasets.open(all);
    }

    private Snapshot version(String dataset) {
        return datasets.current(dataset).orElseThrow(() -> new Fault(HubError.EMPTY, dataset));
    }

    private static String sql(Settings settings) {
        String sql = settings.sql();
        if (sql == null || sql.isBlank()) {
            throw Fault.at("/settings/sql", StewardshipError.BAD_RULE, "没有填写查询语句");
        }
        return sql.strip().replaceAll(";+\\s*$", "");
    }

    private CheckWriter writer(Dataset dataset, Settings settings) {
        return new CheckWriter(dataset, settings, standards::codes);
    }
}
