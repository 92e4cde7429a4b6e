package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.anonymity.Anonymity;
import cn.gov.jiyuan.data.opendata.anonymity.Earlier;
import cn.gov.jiyuan.data.opendata.anonymity.Group;
import cn.gov.jiyuan.data.opendata.anonymity.Ladder;
import cn.gov.jiyuan.data.opendata.anonymity.Limits;
import cn.gov.jiyuan.data.opendata.anonymity.Outcome;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Judges whether a dataset may go out as its columns are chosen (匿名化门控). */
@Component("opendata.Gate")
final class Gate {
    private static final int SHOWN = 20;

    private final Datasets datasets;
    private final Detector detector;
    private final DatasetStore store;
    private final Rules rules;
    private final Clock clock;

    Gate(Datasets datasets, Detector detector, DatasetStore store, Rules rules, Clock clock) {
        this.datasets = datasets;
        this.detector = detector;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param plan columns with their roles, as found now */
    record Verdict(GateReport report, List<OpenColumn> plan, Outcome outcome, Snapshot snapshot) {}

    /** Roles as the data stand now; who is published is chosen by name. */
    List<OpenColumn> columns(String source, Set<String> released) {
        try (DataSession session = datasets.open(source)) {
            return detector.in(datasets.get(source), session).columns().stream()
                    .map(column -> column.withReleased(released.contains(column.name())))
                    .toList();
        }
    }

    /** Judges the version in force of the source against everything released before. */
    Verdict judge(OpenDataset dataset, Set<String> released) {
        return judge(dataset.source(), released, store.earlier(dataset.id()));
    }

    Verdict judge(String source, Set<String> released, List<Earlier> earlier) {
        Dataset data = datasets.get(source);
        Snapshot snapshot = datasets.current(source)
                .orElseThrow(() -> new cn.gov.jiyuan.kernel.error.Fault(
                        cn.gov.jiyuan.data.opendata.OpendataError.NO_DATA, source));
        try (DataSession session = datasets.open(Map.of("data", snapshot))) {
            Detector.Found found = detector.in(data, session);
            List<OpenColumn> plan = found.columns().stream()
                    .map(column -> column.withReleased(released.contains(column.name())))
                    .toList();
            return verdict(found.people(), plan, session, snapshot, earlier);
        }
    }

    private Verdict verdict(
            boolean people, List<OpenColumn> plan, DataSession session, Snapshot snapshot, List<Earlier> earlier) {
        Limits limits = limits();
        List<OpenColumn> quasi =
                plan.stream().filter(column -> column.isOpen(ColumnRole.QUASI)).toList();
        List<Group> groups = quasi.isEmpty() ? List.of() : groups(plan, quasi, session, limits.l());
        List<Ladder> ladders = quasi.stream().map(OpenColumn::ladder).toList();
        Outcome outcome = new Anonymity(names(quasi), ladders, limits, earlier).judge(groups);
        List<GateReport.Offence> offending = plan.stream()
                .filter(column -> column.isOpen(ColumnRole.IDENTIFIER))
                .map(column -> new GateReport.Offence(column.name(), column.title(), column.why()))
                .toList();
        List<GateReport.Step> steps = new ArrayList<>();
        for (int i = 0; i < quasi.size(); i++) {
            int level = outcome.levels().get(i);
            steps.add(new GateReport.Step(
                    quasi.get(i).name(),
                    quasi.get(i).title(),
                    level,
                    ladders.get(i).label(level)));
        }
        Map<List<String>, Long> before =
                groups.stream().collect(Collectors.toMap(Group::quasi, Group::count, Long::sum));
        GateReport report = new GateReport(
                people,
                offending.isEmpty() && outcome.passed(),
                offending,
                steps,
                quasi.isEmpty() ? null : outcome.before(),
                quasi.isEmpty() ? null : outcome.after(),
                snapshot.rows(),
                outcome.suppressedRows(),
                outcome.differencing(),
                quasi.isEmpty() ? BigDecimal.ZERO : outcome.before().risk(),
                quasi.isEmpty() ? BigDecimal.ZERO : outcome.after().risk(),
                limits.k(),
                limits.l(),
                smallest(before),
                smallest(outcome.released()));
        return new Verdict(report, plan, outcome, snapshot);
    }

    private static List<String> names(List<OpenColumn> columns) {
        return columns.stream().map(OpenColumn::name).toList();
    }

    private static List<GateReport.Line> smallest(Map<List<String>, Long> classes) {
        return classes.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
                .limit(SHOWN)
                .map(entry -> new GateReport.Line(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** As many groups as there are combinations of quasi-identifiers, not as many as rows. */
    private static List<Group> groups(List<OpenColumn> plan, List<OpenColumn> quasi, DataSession session, int l) {
        List<OpenColumn> secrets = plan.stream()
                .filter(column -> column.isOpen(ColumnRole.SENSITIVE))
                .toList();
        String keys = quasi.stream().map(column -> Sql.text(column.name())).collect(Collectors.joining(", "));
        Map<List<String>, Long> counts = new HashMap<>();
        session.each(
                "select " + keys + ", count(*) as n from data group by all",
                List.of(),
                row -> counts.put(key(row, quasi.size()), ((Number) last(row)).longValue()));
        Map<List<String>, List<Set<String>>> values = new HashMap<>();
        for (int i = 0; i < secrets.size(); i++) {
            int at = i;
            session.each(
                    "select " + keys + ", " + Sql.text(secrets.get(i).name()) + " as s from data group by all",
                    List.of(),
                    row -> {
                        Set<String> seen = values.computeIfAbsent(key(row, quasi.size()), k -> sets(secrets.size()))
                                .get(at);
                        if (seen.size() < l) {
                            seen.add(String.valueOf(last(row)));
                        }
                    });
        }
        return counts.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(), entry.getValue(), values.getOrDefault(entry.getKey(), sets(secrets.size()))))
                .toList();
    }

    private static List<Set<String>> sets(int count) {
        List<Set<String>> sets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sets.add(new HashSet<>());
        }
        return sets;
    }

    private static List<String> key(DataSession.Row row, int size) {
        return row.values().subList(0, size).stream().map(String::valueOf).toList();
    }

    private static Object last(DataSession.Row row) {
        Object value = row.values().getLast();
        return value == null ? "" : value;
    }

    private Limits limits() {
        LocalDate today = LocalDate.now(clock);
        return new Limits(
                Math.toIntExact(rules.integer("opendata.anonymity.k", today)),
                Math.toIntExact(rules.integer("opendata.anonymity.l", today)),
                rules.decimal("opendata.anonymity.suppressible", today));
    }
}
