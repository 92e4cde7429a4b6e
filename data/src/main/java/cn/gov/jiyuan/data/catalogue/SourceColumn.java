package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.ResourceItem;
import java.util.Locale;

/** A column as a database describes it. @param type letter of {@link ItemType} */
record SourceColumn(String name, String title, String type, int length, boolean key, boolean optional) {
    /** As an item to be completed by the steward: level and standard element are for people to say. */
    ResourceItem item() {
        String column = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        String safe = column.matches("[a-z].*") ? column : "c_" + column;
        return new ResourceItem(
                safe.substring(0, Math.min(63, safe.length())),
                title.isBlank() ? name : title,
                type,
                length,
                key,
                optional,
                null,
                1,
                false);
    }
}
