package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The directory, a projection of the catalogue. */
@Component
final class DirectoryStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<SharedItem>> ITEMS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;

    DirectoryStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void put(Resource resource) {
        Entry entry = Entry.of(resource);
        String names = entry.items().stream().map(SharedItem::title).collect(Collectors.joining("、"));
        jdbc.update(
                "insert into exchange.directory (id, code, version, name, summary, unit_id, unit_code, unit_name, sharing,"
                        + " sharing_condition, refusal_basis, cycle, published_on, items, item_names, item_count, dataset,"
                        + " state, is_demo) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?::jsonb,?,?,?,'LISTED',?)"
                        + " on conflict (code) do update set version = excluded.version, name = excluded.name,"
                        + " summary = excluded.summary, unit_id = excluded.unit_id, unit_code = excluded.unit_code,"
                        + " unit_name = excluded.unit_name, sharing = excluded.sharing,"
                        + " sharing_condition = excluded.sharing_condition, refusal_basis = excluded.refusal_basis,"
                        + " cycle = excluded.cycle, published_on = excluded.published_on, items = excluded.items,"
                        + " item_names = excluded.item_names, item_count = excluded.item_count,"
                        + " dataset = excluded.dataset, state = 'LISTED', withdrawn_reason = null"
                        + " where directory.version <= excluded.version",
                entry.id(),
                entry.code(),
                entry.version(),
                entry.name(),
                resource.summary(),
                entry.unitId(),
                resource.unitCode(),
                entry.unitName(),
                entry.sharing().name(),
                entry.condition(),
                entry.refusalBasis(),
                resource.cycle().name(),
                resource.publishedOn(),
                JSON.writeValueAsString(entry.items()),
                names,
                entry.items().size(),
                entry.dataset(),
                entry.demo());
    }

    /** Lists a resource of another installation. */
    void putForeign(Entry entry, ResourceCard card, String tier) {
        Entry.Origin origin = java.util.Objects.requireNonNull(entry.origin());
        jdbc.update(
                "insert into exchange.directory (id, code, version, name, summary, unit_id, unit_code, unit_name, sharing,"
                        + " sharing_condition, refusal_basis, cycle, published_on, items, item_names, item_count, state,"
                        + " tier, origin, origin_code, origin_name, is_demo)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?::jsonb,?,?,'LISTED',?,?,?,?,?)"
                        + " on conflict (code) do update set version = excluded.version, name = excluded.name,"
                        + " summary = excluded.summary, unit_id = excluded.unit_id, unit_code = excluded.unit_code,"
                        + " unit_name = excluded.unit_name, sharing = excluded.sharing,"
                        + " sharing_condition = excluded.sharing_condition, refusal_basis = excluded.refusal_basis,"
                        + " cycle = excluded.cycle, published_on = excluded.published_on, items = excluded.items,"
                        + " item_names = excluded.item_names, item_count = excluded.item_count,"
                        + " origin_name = excluded.origin_name, state = 'LISTED', withdrawn_reason = null",
                entry.id(),
                entry.code(),
                entry.version(),
                entry.name(),
                card.summary(),
                entry.unitId(),
                card.unitCode(),
                entry.unitName(),
                entry.sharing().name(),
                entry.condition(),
                entry.refusalBasis(),
                card.cycle().name(),
                card.publishedOn(),
                JSON.writeValueAsString(entry.items()),
                entry.items().stream().map(SharedItem::title).collect(Collectors.joining("、")),
                entry.items().size(),
                tier,
                origin.peer(),
                origin.code(),
                origin.name(),
                entry.demo());
    }

    void withdraw(String code, String reason) {
        jdbc.update(
                "update exchange.directory set state = 'WITHDRAWN', withdrawn_reason = ? where code = ?", reason, code);
    }

    Optional<Entry> find(String code) {
        return jdbc.query("select * from exchange.directory where code = ?", (row, n) -> entry(row), code).stream()
                .findFirst();
    }

    /** Listed resources on whose behalf a dataset is served. */
    List<Entry> ofDataset(String dataset) {
        return jdbc.query(
                "select * from exchange.directory where dataset = ? and state = 'LISTED' and sharing <> 'NONE'"
                        + " order by code",
                (row, n) -> entry(row),
                dataset);
    }

    /** Listed resources that have an item or a name like one of these. */
    List<Entry> like(List<String> words, int limit) {
        String[] patterns =
                words.stream().map(word -> "%" + escaped(word) + "%").toArray(String[]::new);
        return jdbc.query(
                "select * from exchange.directory where state = 'LISTED' and sharing <> 'NONE'"
                        + " and (item_names like any (?) or name like any (?)) order by code limit ?",
                (row, n) -> entry(row),
                patterns,
                patterns,
                limit);
    }

    void removeDemo() {
        jdbc.update("delete from exchange.directory where is_demo and tier = 'OWN'");
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", java.util.UUID.class),
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                row.getObject("unit_id", java.util.UUID.class),
                row.getString("unit_name"),
                SharingType.valueOf(row.getString("sharing")),
                row.getString("sharing_condition"),
                row.getString("refusal_basis"),
                items(row.getString("items")),
                row.getString("dataset"),
                row.getString("state").equals("LISTED"),
                origin(row),
                row.getBoolean("is_demo"));
    }

    private static Entry.@Nullable Origin origin(ResultSet row) throws SQLException {
        String peer = row.getString("origin");
        return peer.isEmpty()
                ? null
                : new Entry.Origin(peer, row.getString("origin_name"), row.getString("origin_code"));
    }

    private static List<SharedItem> items(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, ITEMS);
    }
}
