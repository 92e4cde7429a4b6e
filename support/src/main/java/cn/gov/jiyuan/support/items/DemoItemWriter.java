package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.BulkWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the demo catalogue in by COPY, in the caller's transaction. */
@Component
class DemoItemWriter {
    private final DataSource dataSource;

    DemoItemWriter(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Entry(ItemGuide guide, String areaCode, LocalDate from, Instant publishedAt) {}

    boolean alreadyThere() {
        return JdbcClient.create(dataSource)
                .sql("select exists (select 1 from items.item where is_demo)")
                .query(Boolean.class)
                .single();
    }

    void write(List<DemoCatalogue.Line> lines, List<Entry> entries, Instant now) {
        try (BulkWriter catalogue = new BulkWriter(dataSource, "items.catalogue (code, name, type, origin, is_demo)")) {
            lines.forEach(
                    l -> catalogue.row(l.basicCode(), l.name(), l.basicCode().substring(2, 4), "PROVINCE", true));
            catalogue.end();
        }
        try (BulkWriter items = new BulkWriter(
                dataSource,
                "items.item (id, code, basic_code, unit_id, unit_code, unit_name, area_code, use_level, state, version,"
                        + " name, type, process_kind, online, applicable, visits, promise, legal_days, promise_days, materials,"
                        + " service_objects, topics, aliases, changed_at, is_demo)")) {
            entries.forEach(e -> item(items, e, now));
            items.end();
        }
        try (BulkWriter versions = new BulkWriter(
                dataSource,
                "items.version (id, item_id, number, state, revision, content, effective_from, edited_by, edited_by_name,"
                        + " edited_at, published_by, published_by_name, published_at, is_demo)")) {
            entries.forEach(e -> version(versions, e));
            versions.end();
        }
    }

    private static void item(BulkWriter items, Entry entry, Instant now) {
        ItemGuide guide = entry.guide();
        ItemContent content = guide.content();
        items.row(
                guide.itemId(),
                guide.code(),
                guide.basicCode(),
                guide.unitId(),
                guide.unitCode(),
                guide.unitName(),
                entry.areaCode(),
                guide.useLevel(),
                "IN_FORCE",
                guide.version(),
                guide.name(),
                content.basics().type().code(),
                content.handling().kind().name(),
                content.handling().online(),
                content.handling().online() && content.handling().formId() != null,
                content.handling().visits(),
                TermLength.text(content.terms().promise()),
                TermLength.days(content.terms().legal()),
                TermLength.days(content.terms().promise()),
                content.materials().size(),
                content.basics().serviceObjects(),
                ItemStore.allTopics(content.topics()),
                content.topics().aliases(),
                now,
                true);
    }

    private static void version(BulkWriter versions, Entry entry) {
        ItemGuide guide = entry.guide();
        versions.row(
                UUID.nameUUIDFromBytes(("version:" + guide.ref()).getBytes(StandardCharsets.UTF_8)),
                guide.itemId(),
                1,
                "PUBLISHED",
                1,
                ContentJson.write(guide.content()),
                entry.from(),
                Actor.SYSTEM.personId(),
                Actor.SYSTEM.name(),
                entry.publishedAt(),
                Actor.SYSTEM.personId(),
                Actor.SYSTEM.name(),
                entry.publishedAt(),
                true);
    }
}
