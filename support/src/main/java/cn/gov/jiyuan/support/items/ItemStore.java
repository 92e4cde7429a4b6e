package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.contracts.items.ItemType;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.items.VersionState;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of schema {@code items}. */
@Component
class ItemStore {
    private static final String WITHOUT_CONTENT = """
            select i.id as item_id, i.code, i.basic_code, i.unit_id, i.unit_code, i.unit_name, i.area_code, i.use_level,
                   v.id, v.number, v.state, v.revision, v.effective_from, v.effective_to,
                   v.edited_by, v.edited_by_name, v.edited_at, v.published_by_name, v.published_at, v.note, v.is_demo
            """;
    private static final String FROM = " from items.item i join items.version v on v.item_id = i.id ";
    private static final String VERSION = WITHOUT_CONTENT + ", v.content::text as content" + FROM;
    private static final String ON_DAY =
            " and v.published_at is not null and v.effective_from <= :day and (v.effective_to is null or v.effective_to > :day)";
    private static final String ACCEPTING =
            " and (i.suspended_from is null or i.suspended_from > :day or i.suspended_to <= :day)";

    private final JdbcClient jdbc;
    private final RecentContents contents = new RecentContents();

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredVersion> inForce(String code, LocalDate day) {
        return one(
                " where i.code = :code" + ON_DAY + ACCEPTING + " order by v.number desc limit 1",
                Map.of("code", code, "day", day));
    }

    /** The version that holds on the day, also while the item is suspended. */
    Optional<StoredVersion> held(String code, LocalDate day) {
        return one(
                " where i.code = :code" + ON_DAY + " order by v.number desc limit 1", Map.of("code", code, "day", day));
    }

    Optional<StoredVersion> version(ItemVersionRef ref) {
        return one(" where i.code = :code and v.number = :number", Map.of("code", ref.code(), "number", ref.version()));
    }

    /** One version; the content of what was published is read once and not at every page that asks for it. */
    private Optional<StoredVersion> one(String where, Map<String, ?> parameters) {
        return jdbc.sql(WITHOUT_CONTENT + FROM + where)
                .params(parameters)
                .query((row, n) -> head(row))
                .optional()
                .map(head -> head.with()
                        .apply(head.published() ? contents.of(head.key(), this::content) : content(head.key())));
    }

    private ItemContent content(RecentContents.Key key) {
        return jdbc.sql("select content::text from items.version where id = ?")
                .param(key.version())
                .query((row, n) -> ContentJson.read(row.getString(1)))
                .single();
    }

    List<StoredVersion> versions(String code) {
        return jdbc.sql(VERSION + " where i.code = :code order by v.number desc")
                .param("code", code)
                .query(ItemStore::version)
                .list();
    }

    List<StoredVersion> inForceAfter(@Nullable String after, LocalDate day, int limit) {
        return jdbc.sql(VERSION + " where i.code > :after and i.state = 'IN_FORCE'" + ON_DAY + ACCEPTING
                        + " order by i.code limit :limit")
                .param("after", after == null ? "" : after)
                .param("day", day)
                .param("limit", limit)
                .query(ItemStore::version)
                .list();
    }

    /** Published versions whose first or last day has come, but whose item does not show it yet. */
    List<StoredVersion> dueForTurnover(LocalDate day, int limit) {
        return jdbc.sql(VERSION + """
                         where v.state = 'PUBLISHED' and (v.effective_to <= :day
                               or (v.effective_from <= :day and i.version is distinct from v.number
                                   and (v.effective_to is null or v.effective_to > :day)))
                         order by v.effective_from, i.code limit :limit
                        """)
                .param("day", day)
                .param("limit", limit)
                .query(ItemStore::version)
                .list();
    }

    private static StoredVersion version(ResultSet row, int number) throws SQLException {
        return head(row).with().apply(ContentJson.read(row.getString("content")));
    }

    /** A version without its content. */
    private record Head(RecentContents.Key key, boolean published, Function<ItemContent, StoredVersion> with) {}

    private static Head head(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int revision = row.getInt("revision");
        UUID item = row.getObject("item_id", UUID.class);
        String code = row.getString("code");
        int number = row.getInt("number");
        String basicCode = row.getString("basic_code");
        UUID unitId = row.getObject("unit_id", UUID.class);
        String unitCode = row.getString("unit_code");
        String unitName = row.getString("unit_name");
        int useLevel = row.getInt("use_level");
        VersionState state = VersionState.valueOf(row.getString("state"));
        LocalDate from = row.getObject("effective_from", LocalDate.class);
        LocalDate to = row.getObject("effective_to", LocalDate.class);
        boolean demo = row.getBoolean("is_demo");
        String area = row.getString("area_code");
        UUID editor = row.getObject("edited_by", UUID.class);
        String editorName = row.getString("edited_by_name");
        Instant edited = row.getTimestamp("edited_at").toInstant();
        String publisher = row.getString("published_by_name");
        Timestamp published = row.getTimestamp("published_at");
        String note = row.getString("note");
        return new Head(
                new RecentContents.Key(id, revision),
                published != null,
                content -> new StoredVersion(
                        id,
                        new ItemGuide(
                                item, code, number, basicCode, unitId, unitCode, unitName, useLevel, state, from, to,
                                demo, content),
                        area,
                        revision,
                        editor,
                        editorName,
                        edited,
                        publisher,
                        published == null ? null : published.toInstant(),
                        note));
    }

    List<ItemSummary> list(ItemFilter filter, @Nullable String after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        parameters.put("after", after == null ? "" : after);
        return list(where + " and code > :after order by code", parameters, limit);
    }

    /** Where a page of {@link #listByUse} begins: behind an item with so many uses. */
    record Place(long uses, String code) {}

    /** Those with most matters first. */
    List<ItemSummary> listByUse(ItemFilter filter, @Nullable Place after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        if (after != null) {
            where += " and (uses < :uses or uses = :uses and code > :after)";
            parameters.put("uses", after.uses());
            parameters.put("after", after.code());
        }
        return list(where + " order by uses desc, code", parameters, limit);
    }

    private List<ItemSummary> list(String whereAndOrder, Map<String, Object> parameters, int limit) {
        parameters.put("limit", limit);
        return jdbc.sql("""
                        select code, name, type, unit_code, unit_name, online, applicable, promise, visits, topics, uses
                          from items.item where state = 'IN_FORCE'
                        """ + whereAndOrder + " limit :limit")
                .params(parameters)
                .query((row, n) -> summary(row))
                .list();
    }

    private static ItemSummary summary(ResultSet row) throws SQLException {
        return new ItemSummary(
                row.getString("code"),
                row.getString("name"),
                ItemType.ofCode(row.getString("type")).orElse(ItemType.OTHER_POWER),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getBoolean("online"),
                row.getBoolean("applicable"),
                row.getString("promise"),
                row.getInt("visits"),
                texts(row.getArray("topics")),
                row.getLong("uses"));
    }

    long count(ItemFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        return jdbc.sql("select count(*) from items.item where state = 'IN_FORCE'" + where)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private static String where(ItemFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        condition(where, parameters, "words", pattern(filter.words()), " and name like :words");
        condition(where, parameters, "unit", filter.unitCode(), " and unit_code = :unit");
        condition(where, parameters, "topic", filter.topic(), " and topics @> array[:topic]::text[]");
        condition(
                where,
                parameters,
                "type",
                filter.type() == null ? null : filter.type().code(),
                " and type = :type");
        if (filter.audience() != null) {
            where.append(
                    switch (filter.audience()) {
                        case PERSON -> " and service_objects @> array['自然人']";
                        case FIRM -> " and cardinality(array_remove(service_objects, '自然人')) > 0";
                    });
        }
        condition(where, parameters, "online", filter.online(), " and online = :online");
        condition(where, parameters, "applicable", filter.applicable(), " and applicable = :applicable");
        return where.toString();
    }

    private static void condition(
            StringBuilder where, Map<String, Object> parameters, String name, @Nullable Object value, String sql) {
        if (value != null) {
            where.append(sql);
            parameters.put(name, value);
        }
    }

    private static @Nullable String pattern(@Nullable String words) {
        return words == null || words.isBlank()
                ? null
                : "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    /** How many items in force there are per unit code. */
    Map<String, Long> countByUnit() {
        return counts("select unit_code, count(*) from items.item where state = 'IN_FORCE' group by unit_code");
    }

    Map<String, Long> countByTopic() {
        return counts("""
                select topic, count(*) from items.item, unnest(topics) as topic
                 where state = 'IN_FORCE' group by topic order by count(*) desc, topic
                """);
    }

    /** Themes of one unit's items. */
    Map<String, Long> countByTopic(String unitCode) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("""
                        select topic, count(*) from items.item, unnest(topics) as topic
                         where state = 'IN_FORCE' and unit_code = :unit group by topic order by count(*) desc, topic
                        """).param("unit", unitCode).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /** Items in force that carry out one of the entries of the catalogue, by entry; most used first. */
    Map<String, List<ItemSummary>> byBasicCode(List<String> basicCodes) {
        Map<String, List<ItemSummary>> found = new HashMap<>();
        jdbc.sql("""
                        select basic_code, code, name, type, unit_code, unit_name, online, applicable, promise, visits, topics, uses
                          from items.item where state = 'IN_FORCE' and basic_code = any (:codes) and use_level < 5
                         order by uses desc, code
                        """)
                .param("codes", basicCodes.toArray(String[]::new))
                .query((row, n) -> found.computeIfAbsent(row.getString("basic_code"), code -> new ArrayList<>())
                        .add(summary(row)))
                .list();
        return found;
    }

    List<String> codesInForce() {
        return jdbc.sql("select code from items.item where state = 'IN_FORCE' order by code")
                .query(String.class)
                .list();
    }

    /** Items in force that promise no more than the law allows; days are those in which terms are compared. */
    long countWithinLegalTerm() {
        return jdbc.sql("select count(*) from items.item where state = 'IN_FORCE' and promise_days <= legal_days")
                .query(Long.class)
                .single();
    }

    boolean catalogueHolds(String basicCode, LocalDate day) {
        return jdbc.sql(
                        "select exists (select 1 from items.catalogue where code = :code and (cancelled_on is null or cancelled_on > :day))")
                .param("code", basicCode)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    boolean exists(String code) {
        return jdbc.sql("select exists (select 1 from items.item where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** Takes the item for the transaction, so that two stewards never act on it at once. */
    void lock(UUID itemId) {
        jdbc.sql("select 1 from items.item where id = :id for update")
                .param("id", itemId)
                .query(Integer.class)
                .single();
    }

    void insertCatalogue(String code, String name, String type, String origin, boolean demo) {
        jdbc.sql("""
                        insert into items.catalogue (code, name, type, origin, is_demo)
                        values (:code, :name, :type, :origin, :demo) on conflict do nothing
                        """)
                .param("code", code)
                .param("name", name)
                .param("type", type)
                .param("origin", origin)
                .param("demo", demo)
                .update();
    }

    /** @return false if another node was faster */
    boolean insertItem(ItemGuide guide, String areaCode, Instant at) {
        return jdbc.sql("""
                        insert into items.item (id, code, basic_code, unit_id, unit_code, unit_name, area_code, use_level, state,
                               name, type, process_kind, online, visits, promise, legal_days, promise_days, materials,
                               service_objects, topics, aliases, changed_at, is_demo)
                        values (:id, :code, :basic, :unitId, :unitCode, :unitName, :area, :level, 'PREPARING',
                               :name, :type, '', false, 0, '', 0, 0, 0, '{}', '{}', '{}', :at, :demo)
                        on conflict do nothing
                        """)
                        .param("id", guide.itemId())
                        .param("code", guide.code())
                        .param("basic", guide.basicCode())
                        .param("unitId", guide.unitId())
                        .param("unitCode", guide.unitCode())
                        .param("unitName", guide.unitName())
                        .param("area", areaCode)
                        .param("level", guide.useLevel())
                        .param("name", guide.name())
                        .param("type", guide.content().basics().type().code())
                        .param("at", Timestamp.from(at))
                        .param("demo", guide.demo())
                        .update()
                == 1;
    }

    int nextNumber(UUID itemId) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from items.version where item_id = :item")
                .param("item", itemId)
                .query(Integer.class)
                .single();
    }

    Optional<Integer> openNumber(UUID itemId) {
        return jdbc.sql(
                        "select number from items.version where item_id = :item and state in ('DRAFT', 'REVIEW', 'LEGAL_REVIEW', 'APPROVED')")
                .param("item", itemId)
                .query(Integer.class)
                .optional();
    }

    void insertDraft(UUID itemId, int number, ItemContent content, Actor editor, Instant at, boolean demo) {
        jdbc.sql("""
                        insert into items.version (id, item_id, number, state, revision, content, edited_by, edited_by_name, edited_at, is_demo)
                        values (:id, :item, :number, 'DRAFT', 1, :content::jsonb, :by, :name, :at, :demo)
                        """)
                .param("id", Ids.next())
                .param("item", itemId)
                .param("number", number)
                .param("content", ContentJson.write(content))
                .param("by", editor.personId())
                .param("name", editor.name())
                .param("at", Timestamp.from(at))
                .param("demo", demo)
                .update();
    }

    /** @return false if somebody saved since the revision */
    boolean save(
            UUID versionId,
            int revision,
            ItemContent content,
            @Nullable LocalDate from,
            @Nullable String note,
            Actor editor,
            Instant at) {
        return jdbc.sql("""
                                update items.version set content = :content::jsonb, effective_from = :from, note = :note,
                                       revision = revision + 1, edited_by = :by, edited_by_name = :name, edited_at = :at
                                 where id = :id and revision = :revision and state = 'DRAFT'
                                """)
                        .param("content", ContentJson.write(content))
                        .param("from", from)
                        .param("note", note)
                        .param("by", editor.personId())
                        .param("name", editor.name())
                        .param("at", Timestamp.from(at))
                        .param("id", versionId)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    void move(UUID versionId, VersionState to, @Nullable String note) {
        jdbc.sql("update items.version set state = :state, note = coalesce(:note, note) where id = :id")
                .param("state", to.name())
                .param("note", note)
                .param("id", versionId)
                .update();
    }

    /** Ends every published version of the item that would still hold on the day. */
    void endOthers(UUID itemId, UUID except, LocalDate on) {
        jdbc.sql("""
                        update items.version set effective_to = greatest(effective_from, :on)
                         where item_id = :item and id <> :except and published_at is not null
                           and (effective_to is null or effective_to > :on)
                        """)
                .param("on", on)
                .param("item", itemId)
                .param("except", except)
                .update();
    }

    void publish(UUID versionId, LocalDate from, Actor publisher, Instant at) {
        jdbc.sql("""
                        update items.version set state = 'PUBLISHED', effective_from = :from, published_by = :by,
                               published_by_name = :name, published_at = :at
                         where id = :id
                        """)
                .param("from", from)
                .param("by", publisher.personId())
                .param("name", publisher.name())
                .param("at", Timestamp.from(at))
                .param("id", versionId)
                .update();
    }

    void end(UUID versionId, LocalDate on) {
        jdbc.sql("update items.version set effective_to = :on where id = :id")
                .param("on", on)
                .param("id", versionId)
                .update();
    }

    void cancelItem(UUID itemId, LocalDate on, boolean now, Instant at) {
        jdbc.sql("""
                        update items.item set cancel_on = :on, state = case when :now then 'CANCELLED' else state end, changed_at = :at
                         where id = :id
                        """)
                .param("on", on)
                .param("now", now)
                .param("at", Timestamp.from(at))
                .param("id", itemId)
                .update();
    }

    Optional<LocalDate> cancelOn(UUID itemId) {
        return jdbc.sql("select cancel_on from items.item where id = :id and cancel_on is not null")
                .param("id", itemId)
                .query(LocalDate.class)
                .optional();
    }

    /** Lets the item show the version that has come into force. */
    void show(ItemGuide guide, Instant at) {
        ItemContent content = guide.content();
        ItemContent.Handling handling = content.handling();
        jdbc.sql("""
                        update items.item set state = case when state = 'SUSPENDED' then state else 'IN_FORCE' end, version = :version, name = :name, type = :type,
                               process_kind = :kind, online = :online, applicable = :applicable, visits = :visits, promise = :promise,
                               legal_days = :legalDays, promise_days = :promiseDays, materials = :materials,
                               service_objects = :objects, topics = :topics, aliases = :aliases, changed_at = :at
                         where id = :id
                        """)
                .param("version", guide.version())
                .param("name", guide.name())
                .param("type", content.basics().type().code())
                .param("kind", handling.kind().name())
                .param("online", handling.online())
                .param("applicable", handling.online() && handling.formId() != null)
                .param("visits", handling.visits())
                .param("promise", TermLength.text(content.terms().promise()))
                .param("legalDays", TermLength.days(content.terms().legal()))
                .param("promiseDays", TermLength.days(content.terms().promise()))
                .param("materials", content.materials().size())
                .param("objects", array(content.basics().serviceObjects()))
                .param("topics", array(allTopics(content.topics())))
                .param("aliases", array(content.topics().aliases()))
                .param("at", Timestamp.from(at))
                .param("id", guide.itemId())
                .update();
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** Themes and life events under which the item is found, each once. */
    static List<String> allTopics(ItemContent.Topics topics) {
        Set<String> all = new LinkedHashSet<>(topics.personal());
        all.addAll(topics.corporate());
        all.addAll(topics.events());
        return new ArrayList<>(all);
    }
}
