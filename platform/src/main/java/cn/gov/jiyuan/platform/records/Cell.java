package cn.gov.jiyuan.platform.records;

import org.jspecify.annotations.Nullable;

/**
 * One value as an actor may see it.
 *
 * @param value text, number or truth; null if there is none or it is masked. Moments in ISO 8601 with offset
 * @param text as shown to people: label of a code, masked form of personal data
 * @param masked whether the actor sees less than the table holds
 */
public record Cell(@Nullable Object value, String text, boolean masked) {
    static final Cell EMPTY = new Cell(null, "", false);

    static Cell of(Object value, String text) {
        return new Cell(value, text, false);
    }

    static Cell masked(String text) {
        return new Cell(null, text, true);
    }
}
