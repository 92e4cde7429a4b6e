package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people write about a resource (核心元数据和信息项). Class, code and provider belong to the entry itself, the day of
 * publication to the version; what is not written yet is empty.
 *
 * @param basis law that forbids sharing, with its number and clause
 * @param related codes of related resources
 */
record Content(
        String name,
        String summary,
        @Nullable FormatKind format,
        @Nullable SharingType sharing,
        String sharingCondition,
        @Nullable BasisKind basisKind,
        String basis,
        @Nullable SharingMode sharingMode,
        @Nullable OpenType open,
        String openCondition,
        @Nullable UpdateCycle cycle,
        List<String> related,
        List<ResourceItem> items) {
    Content {
        name = Objects.requireNonNullElse(name, "").strip();
        summary = Objects.requireNonNullElse(summary, "").strip();
        sharingCondition = Objects.requireNonNullElse(sharingCondition, "").strip();
        basis = Objects.requireNonNullElse(basis, "").strip();
        openCondition = Objects.requireNonNullElse(openCondition, "").strip();
        related = List.copyOf(Objects.requireNonNullElse(related, List.of()));
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }

    /** Nothing but a name. */
    static Content named(String name) {
        return new Content(name, "", null, null, "", null, "", null, null, "", null, List.of(), List.of());
    }

    Content withItems(List<ResourceItem> others) {
        return new Content(
                name,
                summary,
                format,
                sharing,
                sharingCondition,
                basisKind,
                basis,
                sharingMode,
                open,
                openCondition,
                cycle,
                related,
                others);
    }
}
