package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.error.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the public can look through: datasets that are offered, and those that were and are gone. */
public interface Shelf {
    /** The dataset if it was ever published. */
    Optional<OpenDataset> find(String identifier);

    Optional<OpenDataset> find(UUID id);

    /** @throws Fault {@code opendata.unknown} unless it is offered now */
    default OpenDataset offered(String identifier) {
        return find(identifier)
                .filter(OpenDataset::offered)
                .orElseThrow(() -> new Fault(OpendataError.UNKNOWN, identifier));
    }

    Version version(OpenDataset dataset, int number);

    List<Version> versions(OpenDataset dataset);

    /** The version that a file belongs to. */
    Optional<Version> versionOfFile(UUID distribution);

    Page search(Query query);

    /** Datasets offered, by theme, unit, tag and kind of openness. */
    Facets facets(Query query);

    /** How many are on offer, and how many rows. */
    Sum sum();

    record Sum(long datasets, long conditional, long rows, long units) {}

    /** @param total found in all */
    record Page(List<OpenDataset> datasets, long total) {}

    /** @param words to be found in title, description and keywords, all of them */
    record Query(
            String words,
            @Nullable Theme theme,
            String unit,
            @Nullable OpenType openType,
            String tag,
            Sorting sorting,
            int offset,
            int limit) {
        public static Query of(String words, int limit) {
            return new Query(words, null, "", null, "", Sorting.MODIFIED, 0, limit);
        }
    }

    enum Sorting {
        MODIFIED("最近更新", "d.modified_at desc, d.identifier"),
        USED("使用最多", "coalesce(u.used, 0) desc, d.identifier"),
        TITLE("名称", "d.title, d.identifier"),
        NAME("标识", "d.identifier");

        private final String label;
        private final String order;

        Sorting(String label, String order) {
            this.label = label;
            this.order = order;
        }

        public String label() {
            return label;
        }

        String order() {
            return order;
        }
    }

    record Facets(
            Map<String, Long> themes, Map<String, Long> units, Map<String, Long> tags, Map<String, Long> openTypes) {}

    /** Name of a unit by its code, if it offers anything. */
    Map<String, String> units();
}
