package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.error.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks through what is offered. */
@Component("opendata.ShelfStore")
final class ShelfStore implements Shelf {
    private static final String OFFERED =
            "d.version_number > 0 and d.stopped_at is null" + " and d.state in ('published', 'expired', 'releasing')";
    private static final int VERSIONS = 100;

    private final JdbcClient jdbc;
    private final DatasetStore datasets;

    ShelfStore(JdbcClient jdbc, DatasetStore datasets) {
        this.jdbc = jdbc;
        this.datasets = datasets;
    }

    @Override
    public Optional<OpenDataset> find(String identifier) {
        return datasets.find(identifier).filter(dataset -> dataset.version() > 0);
    }

    @Override
    public Optional<OpenDataset> find(UUID id) {
        return datasets.find(id).filter(dataset -> dataset.version() > 0);
    }

    @Override
    public Version version(OpenDataset dataset, int number) {
        return datasets.version(dataset.id(), number)
                .orElseThrow(() -> new Fault(OpendataError.UNKNOWN, dataset.title() + " 第 " + number + " 版"));
    }

    @Override
    public List<Version> versions(OpenDataset dataset) {
        return datasets.versions(dataset.id(), VERSIONS);
    }

    @Override
    public Optional<Version> versionOfFile(UUID distribution) {
        return datasets.versionOfFile(distribution);
    }

    private static final String WHERE = " where " + OFFERED
            + " and (cast(:theme as text) is null or d.theme = :theme) and (:unit = '' or d.unit_code = :unit)"
            + " and (cast(:open as text) is null or d.open_type = :open) and (:tag = '' or :tag = any (d.keywords))"
            + " and not exists (select 1 from unnest(cast(:words as text[])) w where strpos(lower(d.title || ' '"
            + " || d.description || ' ' || array_to_string(d.keywords, ' ') || ' ' || d.unit_name || ' '"
            + " || d.identifier), w) = 0)";

    private JdbcClient.StatementSpec bound(String sql, Query query) {
        String[] words = query.words().isBlank()
                ? new String[0]
                : query.words().strip().toLowerCase(java.util.Locale.ROOT).split("\\s+");
        return jdbc.sql(sql)
                .param("theme", query.theme() == null ? null : query.theme().name())
                .param("unit", query.unit())
                .param(
                        "open",
                        query.openType() == null ? null : query.openType().name())
                .param("tag", query.tag())
                .param("words", words);
    }

    @Override
    public Page search(Query query) {
        List<OpenDataset> found = bound(
                        "select d.* from opendata.dataset d left join (select dataset_id, sum(views + downloads + calls) as used"
                                + " from opendata.usage_day group by dataset_id) u on u.dataset_id = d.id" + WHERE
                                + " order by " + query.sorting().order() + " limit :limit offset :offset",
                        query)
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query((row, n) -> DatasetStore.dataset(row))
                .list();
        long total = bound("select count(*) from opendata.dataset d" + WHERE, query)
                .query(Long.class)
                .single();
        return new Page(found, total);
    }

    @Override
    public Facets facets(Query query) {
        return new Facets(
                counts("d.theme", "", query),
                counts("d.unit_code", "", query),
                counts("k", " cross join unnest(d.keywords) k", query),
                counts("d.open_type", "", query));
    }

    private Map<String, Long> counts(String what, String join, Query query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        bound(
                        "select " + what + " as what, count(*) as n from opendata.dataset d" + join + WHERE
                                + " group by 1 order by 2 desc, 1 limit 50",
                        query)
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    @Override
    public Sum sum() {
        return jdbc.sql("select count(*), count(*) filter (where d.open_type = 'CONDITIONAL'),"
                        + " coalesce(sum(v.row_count), 0), count(distinct d.unit_code) from opendata.dataset d"
                        + " join opendata.version v on v.dataset_id = d.id and v.number = d.version_number where "
                        + OFFERED)
                .query((row, n) -> new Sum(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    @Override
    public Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        jdbc.sql("select d.unit_code, max(d.unit_name), count(*) from opendata.dataset d where " + OFFERED
                        + " group by 1 order by 3 desc, 1")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(entry -> units.put(entry.getKey(), entry.getValue()));
        return units;
    }
}
