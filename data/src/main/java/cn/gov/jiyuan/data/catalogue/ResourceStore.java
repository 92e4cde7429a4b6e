package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.kernel.actor.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entries, their versions and items. */
@Component
final class ResourceStore {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final String ITEM = "insert into catalogue.item (id, resource_id, position, code, resource_name,"
            + " unit_id, name, title, type, length, is_key, is_optional, element, level, personal)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    ResourceStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.rows = new JdbcTemplate(dataSource);
    }

    /** The next sequence of a class; holds the class until commit, so that no two get the same and none is skipped. */
    long nextSequence(String classCode) {
        return jdbc.sql("""
                        insert into catalogue.series (class_code, last) values (?, 1)
                        on conflict (class_code) do update set last = catalogue.series.last + 1 returning last
                        """).param(classCode).query(Long.class).single();
    }

    void insert(UUID id, ResourceCode code, Fresh fresh, CoreMetadata core, Actor by, Instant at) {
        Content content = fresh.content();
        jdbc.sql("""
                        insert into catalogue.resource (id, code, class_code, class_root, name, unit_id, unit_code,
                            unit_name, provider_uscc, area_code, summary, sharing_condition, refusal_basis,
                            open_condition, items, related, filled, complete, missing, state, version, mounting, light,
                            origin, origin_batch, created_at, changed_at, is_demo)
                        values (:id, :code, :class, :root, :name, :unit, :unitCode, :unitName, :uscc, :area, '', '', '',
                            '', 0, '', 0, false, '', 'draft', 0, 'NONE', 'NONE', :origin, :batch, :at, :at, :demo)
                        """)
                .param("id", id)
                .param("code", code.toString())
                .param("class", code.classCode())
                .param("root", code.root())
                .param("name", content.name())
                .param("unit", fresh.unit().id())
                .param("unitCode", fresh.unit().code())
                .param("unitName", fresh.unit().name())
                .param("uscc", fresh.unit().uscc())
                .param("area", fresh.unit().areaCode())
                .param("origin", fresh.origin().name())
                .param("batch", fresh.originBatch())
                .param("at", Timestamp.from(at))
                .param("demo", fresh.demo())
                .update();
        insertDraft(id, 1, content, by, at);
        show(id, content, core, at);
    }

    void insertDraft(UUID id, int number, Content content, Actor by, Instant at) {
        jdbc.sql("""
                        insert into catalogue.version (resource_id, number, state, revision, content, edited_by,
                            edited_name, edited_at) values (?, ?, 'DRAFT', 1, cast(? as jsonb), ?, ?, ?)
                        """)
                .params(id, number, JSON.writeValueAsString(content), by.personId(), by.name(), Timestamp.from(at))
                .update();
    }

    /** False if somebody else was faster. */
    boolean saveDraft(UUID id, int revision, Content content, Actor by, Instant at) {
        return jdbc.sql("""
                        update catalogue.version set content = cast(? as jsonb), revision = revision + 1, edited_by = ?,
                               edited_name = ?, edited_at = ?
                         where resource_id = ? and state = 'DRAFT' and revision = ?
                        """)
                        .params(
                                JSON.writeValueAsString(content),
                                by.personId(),
                                by.name(),
                                Timestamp.from(at),
                                id,
                                revision)
                        .update()
                == 1;
    }

    void dropDraft(UUID id) {
        jdbc.sql("delete from catalogue.version where resource_id = ? and state = 'DRAFT'")
                .param(id)
                .update();
    }

    void publish(UUID id, int number, LocalDate on, String by, Instant at) {
        jdbc.sql("update catalogue.version set state = 'PUBLISHED', published_name = ?, published_at = ?"
                        + " where resource_id = ? and number = ?")
                .params(by, Timestamp.from(at), id, number)
                .update();
        jdbc.sql("update catalogue.resource set version = ?, published_on = ? where id = ?")
                .params(number, on, id)
                .update();
    }

    void state(UUID id, String state, Instant at) {
        jdbc.sql("update catalogue.resource set state = ?, changed_at = ? where id = ?")
                .params(state, Timestamp.from(at), id)
                .update();
    }

    /** Makes a content the one that lists show. */
    void show(UUID id, Content content, CoreMetadata core, Instant at) {
        jdbc.sql("""
                        update catalogue.resource set name = :name, summary = :summary, format = :format,
                               sharing = :sharing, sharing_condition = :condition, basis_kind = :kind,
                               refusal_basis = :basis, sharing_mode = :mode, open = :open, open_condition = :openIf,
                               cycle = :cycle, items = :items, related = :related, filled = :filled,
                               complete = :complete, missing = :missing, changed_at = :at
                         where id = :id
                        """)
                .param("name", content.name())
                .param("summary", content.summary())
                .param("format", name(content.format()))
                .param("sharing", name(content.sharing()))
                .param("condition", content.sharingCondition())
                .param("kind", name(content.basisKind()))
                .param("basis", content.basis())
                .param("mode", name(content.sharingMode()))
                .param("open", name(content.open()))
                .param("openIf", content.openCondition())
                .param("cycle", name(content.cycle()))
                .param("items", content.items().size())
                .param("related", String.join("、", content.related()))
                .param("filled", core.filled())
                .param("complete", core.complete())
                .param("missing", String.join("、", core.missing()))
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
        jdbc.sql("delete from catalogue.item where resource_id = ?").param(id).update();
        Entry entry = find(id).orElseThrow();
        List<Object[]> items = IntStream.range(0, content.items().size())
                .mapToObj(i -> item(entry, i + 1, content.items().get(i)))
                .toList();
        rows.batchUpdate(ITEM, items);
    }

    static @Nullable Object[] item(Entry entry, int position, ResourceItem item) {
        return new @Nullable Object[] {
            entry.code() + "#" + position,
            entry.id(),
            position,
            entry.code(),
            entry.name(),
            entry.unitId(),
            item.name(),
            item.title(),
            item.type(),
            item.length(),
            item.key(),
            item.optional(),
            item.element(),
            item.level(),
            item.personal()
        };
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    Optional<Entry> find(UUID id) {
        return one("id = ?", id);
    }

    Optional<Entry> byCode(String code) {
        return one("code = ?", code);
    }

    Optional<Entry> ofDataset(String dataset) {
        return one("dataset = ? and state not in ('cancelled', 'discarded')", dataset);
    }

    /** The code of a living entry of the unit with the name. */
    Optional<String> named(UUID unit, String name, @Nullable UUID except) {
        return jdbc.sql("select code from catalogue.resource where unit_id = :unit and name = :name"
                        + " and state not in ('cancelled', 'discarded') and (cast(:except as uuid) is null"
                        + " or id <> cast(:except as uuid))")
                .param("unit", unit)
                .param("name", name)
                .param("except", except == null ? null : except.toString())
                .query(String.class)
                .optional();
    }

    private Optional<Entry> one(String where, Object key) {
        return jdbc.sql("select * from catalogue.resource where " + where)
                .param(key)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** Published entries by code. */
    List<Entry> published(@Nullable String after, int limit) {
        return jdbc.sql("select * from catalogue.resource where version > 0 and state not in"
                        + " ('suspended', 'cancelled') and code > ? order by code limit ?")
                .params(after == null ? "" : after, limit)
                .query((row, n) -> entry(row))
                .list();
    }

    boolean isKnown(String code) {
        return byCode(code).isPresent();
    }

    List<Version> versions(UUID id) {
        return jdbc.sql("select * from catalogue.version where resource_id = ? order by number desc")
                .param(id)
                .query((row, n) -> version(row))
                .list();
    }

    Optional<Version> version(UUID id, int number) {
        return versions(id).stream().filter(one -> one.number() == number).findFirst();
    }

    Optional<Version> draft(UUID id) {
        return versions(id).stream().filter(Version::draft).findFirst();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        LocalDate published = row.getObject("published_on", LocalDate.class);
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("class_code"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("provider_uscc"),
                row.getString("area_code"),
                row.getString("name"),
                row.getString("state"),
                row.getInt("version"),
                published,
                row.getString("dataset"),
                Mounting.valueOf(row.getString("mounting")),
                instant(row, "last_batch_at"),
                Light.valueOf(row.getString("light")),
                Origin.valueOf(row.getString("origin")),
                row.getString("origin_batch"),
                row.getBoolean("is_demo"));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("number"),
                row.getString("state").equals("DRAFT"),
                row.getInt("revision"),
                JSON.readValue(row.getString("content"), Content.class),
                row.getString("edited_name"),
                row.getTimestamp("edited_at").toInstant(),
                row.getString("published_name"),
                instant(row, "published_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
