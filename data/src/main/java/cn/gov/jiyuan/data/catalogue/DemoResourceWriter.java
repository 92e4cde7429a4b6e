package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.BulkWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the demo's entries in by COPY, in the caller's transaction. */
@Component
final class DemoResourceWriter {
    private static final String FRESH = "演示：按时供数";
    private static final String SILENT = "演示：停止供数";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoResourceWriter(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** A mounted dataset. @param fresh whether data come for it */
    record Mounted(String dataset, boolean fresh, List<ResourceItem> items) {}

    void removeDemo() {
        jdbc.sql("delete from catalogue.resource where is_demo").update();
    }

    void removeDemoCensus() {
        jdbc.sql("delete from catalogue.census_return where is_demo").update();
        jdbc.sql("delete from catalogue.census_round where is_demo").update();
    }

    List<Mounted> mounted() {
        return jdbc.sql("select m.dataset, m.mounted_name, v.content from catalogue.mount m"
                        + " join catalogue.resource r on r.id = m.resource_id and r.is_demo"
                        + " join catalogue.version v on v.resource_id = r.id order by m.dataset")
                .query((row, n) -> new Mounted(
                        row.getString("dataset"),
                        row.getString("mounted_name").equals(FRESH),
                        ResourceStore.JSON
                                .readValue(row.getString("content"), Content.class)
                                .items()))
                .list();
    }

    void write(List<DemoResources.Made> made) {
        try (BulkWriter out = new BulkWriter(
                dataSource,
                "catalogue.resource (id, code, class_code, class_root, name, unit_id, unit_code, unit_name,"
                        + " provider_uscc, area_code, summary, format, sharing, sharing_condition, basis_kind,"
                        + " refusal_basis, sharing_mode, open, open_condition, cycle, items, related, filled, complete,"
                        + " missing, state, version, published_on, dataset, mounting, light, origin, origin_batch,"
                        + " created_at, changed_at, is_demo)")) {
            made.forEach(one -> resource(out, one));
            out.end();
        }
        try (BulkWriter out = new BulkWriter(
                dataSource,
                "catalogue.version (resource_id, number, state, revision, content, edited_by, edited_name, edited_at,"
                        + " published_name, published_at)")) {
            made.forEach(one -> version(out, one));
            out.end();
        }
        try (BulkWriter out = new BulkWriter(
                dataSource,
                "catalogue.item (id, resource_id, position, code, resource_name, unit_id, name, title, type, length,"
                        + " is_key, is_optional, element, level, personal)")) {
            made.forEach(one -> items(out, one));
            out.end();
        }
        try (BulkWriter out = new BulkWriter(
                dataSource,
                "catalogue.mount (resource_id, dataset, differences, compared_at, mounted_name, mounted_at)")) {
            made.stream()
                    .filter(one -> one.dataset() != null)
                    .forEach(one -> out.row(
                            one.id(),
                            one.dataset(),
                            "[]",
                            one.published(),
                            one.fresh() ? FRESH : SILENT,
                            one.published()));
            out.end();
        }
    }

    private void resource(BulkWriter out, DemoResources.Made one) {
        Content content = one.content();
        Instant published = one.published();
        out.row(
                one.id(),
                one.code(),
                one.code().classCode(),
                one.code().root(),
                content.name(),
                one.unit().id(),
                one.unit().code(),
                one.unit().name(),
                one.unit().uscc(),
                one.unit().areaCode(),
                content.summary(),
                name(content.format()),
                name(content.sharing()),
                content.sharingCondition(),
                name(content.basisKind()),
                content.basis(),
                name(content.sharingMode()),
                name(content.open()),
                content.openCondition(),
                name(content.cycle()),
                content.items().size(),
                "",
                one.core().filled(),
                one.core().complete(),
                String.join("、", one.core().missing()),
                one.state(),
                published == null ? 0 : 1,
                published == null ? null : LocalDate.ofInstant(published, clock.getZone()),
                one.dataset(),
                one.dataset() == null ? "NONE" : "FITS",
                "NONE",
                "COMPILED",
                "",
                one.opened(),
                published == null ? one.opened() : published,
                true);
    }

    private static void version(BulkWriter out, DemoResources.Made one) {
        Instant published = one.published();
        out.row(
                one.id(),
                1,
                published == null ? "DRAFT" : "PUBLISHED",
                1,
                ResourceStore.JSON.writeValueAsString(one.content()),
                Actor.SYSTEM.personId(),
                Actor.SYSTEM.name(),
                one.opened(),
                published == null ? null : Actor.SYSTEM.name(),
                published);
    }

    private static void items(BulkWriter out, DemoResources.Made one) {
        int position = 0;
        for (ResourceItem item : one.content().items()) {
            position++;
            out.row(
                    one.code() + "#" + position,
                    one.id(),
                    position,
                    one.code(),
                    one.content().name(),
                    one.unit().id(),
                    item.name(),
                    item.title(),
                    item.type(),
                    item.length(),
                    item.key(),
                    item.optional(),
                    item.element(),
                    item.level(),
                    item.personal());
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
