package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.contracts.themes.ThemeFigures;
import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Figures of themes, read from the layers that the refresh made. A stale figure has no value, only its last one with the
 * moment until which it counted: nobody takes an old value for a new one.
 */
@Component
class Figures implements ThemeFigures {
    static final String DATA = "themes.data.read";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Topics topics;
    private final Datasets datasets;
    private final Freshness freshness;
    private final MeaningStore meanings;
    private final Access access;
    private final Units units;

    Figures(Topics topics, Datasets datasets, Freshness freshness, MeaningStore meanings, Access access, Units units) {
        this.topics = topics;
        this.datasets = datasets;
        this.freshness = freshness;
        this.meanings = meanings;
        this.access = access;
        this.units = units;
    }

    @Override
    public List<Figure> all(Actor viewer, String topicId, LocalDate from, LocalDate to) {
        TopicSchema topic = topics.getBuilt(topicId);
        return topic.indicators().stream()
                .map(spec -> figure(viewer, topic, spec, from, to, null))
                .toList();
    }

    @Override
    public Figure figure(
            Actor viewer, String topicId, String indicator, LocalDate from, LocalDate to, @Nullable Integer meaning) {
        TopicSchema topic = topics.getBuilt(topicId);
        return figure(viewer, topic, topic.indicator(indicator), from, to, meaning);
    }

    private Figure figure(
            Actor viewer,
            TopicSchema topic,
            IndicatorSpec spec,
            LocalDate from,
            LocalDate to,
            @Nullable Integer meaning) {
        known(topic, spec, meaning);
        String dataset = meaning == null ? topic.figures() : topic.summary();
        Snapshot snapshot = current(dataset);
        RowScope scope = access.rows(viewer, DATA);
        try (DataSession session = datasets.open(Map.of("data", snapshot))) {
            Parts whole = sum(session, spec, from, to, meaning, new RowReach("true", List.of()));
            Parts visible = sum(session, spec, from, to, meaning, reach(scope, dataset));
            Freshness.Standing standing = freshness.of(topic, spec.fact());
            String value = spec.shown(whole.numerator(), whole.denominator());
            return new Figure(
                    topic.id(),
                    spec.id(),
                    spec.title(),
                    spec.unit(),
                    standing.stale() ? null : value,
                    value,
                    whole,
                    visible,
                    standing.asOf(),
                    standing.stale(),
                    note(standing),
                    standing.reasons(),
                    snapshot.number());
        }
    }

    private static String note(Freshness.Standing standing) {
        String asOf =
                standing.asOf() == null ? "—" : MOMENT.format(standing.asOf().atZone(ZONE));
        return (standing.stale() ? "数据陈旧 as_of=" : "as_of=") + asOf;
    }

    private void known(TopicSchema topic, IndicatorSpec spec, @Nullable Integer meaning) {
        if (meaning != null
                && meanings.find(topic.id(), spec.id(), meaning)
                        .filter(Meaning::approved)
                        .isEmpty()) {
            throw new Fault(ThemesError.UNKNOWN, spec.title() + "口径第 " + meaning + " 版");
        }
    }

    private Snapshot current(String dataset) {
        return datasets.current(dataset).orElseThrow(() -> new Fault(ThemesError.NOT_YET, dataset));
    }

    private RowReach reach(RowScope scope, String dataset) {
        Dataset known = datasets.get(dataset);
        return RowReach.of(
                scope, dataset, known.columns().stream().map(DataColumn::name).toList());
    }

    private static Parts sum(
            DataSession session,
            IndicatorSpec spec,
            LocalDate from,
            LocalDate to,
            @Nullable Integer meaning,
            RowReach reach) {
        List<Object> arguments = arguments(spec, from, to, meaning);
        arguments.addAll(reach.arguments());
        List<Parts> found = new ArrayList<>();
        session.each(
                "select coalesce(sum(numerator), 0)::bigint as n, coalesce(sum(denominator), 0)::bigint as d,"
                        + " coalesce(sum(excluded), 0)::bigint as e from data where "
                        + where(meaning) + " and " + reach.condition(),
                arguments,
                row -> found.add(new Parts(row.number("n"), row.number("d"), row.number("e"))));
        return found.getFirst();
    }

    private static List<Object> arguments(IndicatorSpec spec, LocalDate from, LocalDate to, @Nullable Integer meaning) {
        List<Object> arguments = new ArrayList<>(List.of(
                spec.id(),
                from.withDayOfMonth(1).toString(),
                to.withDayOfMonth(1).toString()));
        if (meaning != null) {
            arguments.add(meaning.longValue());
        }
        return arguments;
    }

    private static String where(@Nullable Integer meaning) {
        return "indicator = ? and month >= ?::date and month <= ?::date" + (meaning == null ? "" : " and meaning = ?");
    }

    @Override
    public List<Line> lines(
            Actor viewer,
            String topicId,
            String indicator,
            LocalDate from,
            LocalDate to,
            By by,
            @Nullable Integer meaning) {
        TopicSchema topic = topics.getBuilt(topicId);
        IndicatorSpec spec = topic.indicator(indicator);
        known(topic, spec, meaning);
        boolean fine = meaning != null || by == By.ITEM;
        String dataset = fine ? topic.summary() : topic.figures();
        RowReach reach = reach(access.rows(viewer, DATA), dataset);
        Map<String, Snapshot> views = new LinkedHashMap<>(Map.of("data", current(dataset)));
        String source = "data";
        if (fine && meaning == null) {
            // The summary holds each month under every meaning; the figures say which was in force.
            views.put("figures", current(topic.figures()));
            source = "(select d.* from data d semi join figures g on g.indicator = d.indicator and g.month = d.month"
                    + " and g.meaning = d.meaning)";
        }
        List<Object> arguments = arguments(spec, from, to, meaning);
        arguments.addAll(reach.arguments());
        List<Line> lines = new ArrayList<>();
        try (DataSession session = datasets.open(views)) {
            session.each(
                    "select " + key(by) + " as k, max(" + (by == By.ITEM ? "item_name" : "indicator")
                            + ") as label, string_agg(distinct meaning::varchar, '、' order by meaning::varchar) as v,"
                            + " sum(numerator)::bigint as n, sum(denominator)::bigint as d, sum(excluded)::bigint as e"
                            + " from " + source + " s where " + where(meaning) + " and " + reach.condition()
                            + " group by 1 order by " + (by == By.MONTH ? "1" : "sum(denominator) desc, 1")
                            + " limit 500",
                    arguments,
                    row -> lines.add(line(spec, by, row)));
        }
        return lines;
    }

    private static String key(By by) {
        return switch (by) {
            case MONTH -> "strftime(month, '%Y-%m')";
            case UNIT -> "coalesce(unit_id, '')";
            case TOWN -> "coalesce(area_code, '')";
            case ITEM -> "coalesce(item_code, '')";
        };
    }

    private Line line(IndicatorSpec spec, By by, DataSession.Row row) {
        String key = String.valueOf(row.text("k"));
        Parts parts = new Parts(row.number("n"), row.number("d"), row.number("e"));
        String label = switch (by) {
            case MONTH -> key;
            case UNIT -> unitName(key);
            case TOWN -> townName(key);
            case ITEM -> String.valueOf(row.text("label"));
        };
        return new Line(
                key, label, spec.shown(parts.numerator(), parts.denominator()), parts, String.valueOf(row.text("v")));
    }

    private String unitName(String id) {
        return id.isEmpty()
                ? "未注明"
                : units.find(UUID.fromString(id)).map(Unit::shortName).orElse(id);
    }

    private String townName(String area) {
        return units.offices().stream()
                .filter(unit -> unit.kind() == Unit.Kind.TOWN && unit.areaCode().startsWith(area) && !area.isEmpty())
                .map(Unit::shortName)
                .findFirst()
                .orElse(area.isEmpty() ? "未注明" : "市本级");
    }

    @Override
    public Rows rows(
            Actor viewer,
            String topicId,
            String indicator,
            LocalDate month,
            boolean numerator,
            @Nullable String after) {
        TopicSchema topic = topics.getBuilt(topicId);
        IndicatorSpec spec = topic.indicator(indicator);
        Meaning meaning = inForce(topic, spec, month);
        RowReach reach = reach(access.rows(viewer, DATA), spec.fact());
        String part = numerator ? meaning.terms().numerator() : meaning.terms().denominator();
        String counted = spec.day() + " is not null and date_trunc('month', " + spec.day() + ")::date = ?::date and ("
                + part + ") > 0";
        String first = month.withDayOfMonth(1).toString();
        List<Object> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(reach.arguments());
        try (DataSession session = datasets.open(Map.of("facts", current(spec.fact())))) {
            long whole = session.one("select count(*) as n from facts f where " + counted, first)
                    .number("n");
            long visible = number(
                    session,
                    "select count(*) as n from facts f where " + counted + " and " + reach.condition(),
                    arguments);
            List<Object> page = new ArrayList<>(arguments);
            page.add(after == null ? "" : after);
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            session.each(
                    "select f.* from facts f where " + counted + " and " + reach.condition()
                            + " and f.id > ? order by f.id limit 50",
                    page,
                    row -> rows.add(named(topic.step(spec.fact()), row)));
            String next =
                    rows.size() < 50 ? null : String.valueOf(rows.getLast().get("id"));
            return new Rows(whole, visible, rows, next);
        }
    }

    private static long number(DataSession session, String sql, List<Object> arguments) {
        List<Long> found = new ArrayList<>();
        session.each(sql, arguments, row -> found.add(row.number("n")));
        return found.getFirst();
    }

    private static Map<String, @Nullable Object> named(Step step, DataSession.Row row) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        step.columns().forEach(column -> named.put(column.name(), row.get(column.name())));
        return named;
    }

    private Meaning inForce(TopicSchema topic, IndicatorSpec spec, LocalDate month) {
        LocalDate first = month.withDayOfMonth(1);
        return meanings.of(topic.id()).stream()
                .filter(meaning -> meaning.approved()
                        && meaning.indicator().equals(spec.id())
                        && !meaning.from().isAfter(first))
                .reduce((one, other) -> other.from().isAfter(one.from()) ? other : one)
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, spec.title()));
    }
}
