package cn.gov.jiyuan.platform.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table by which rows belong to somebody (数据范围列). A scope that asks for a column that the table lacks
 * covers none of its rows.
 *
 * @param unit id of the unit
 * @param owner id of the party
 * @param area area code
 */
public record ScopeColumns(
        @Nullable String unit,
        @Nullable String owner,
        @Nullable String area) {
    /** Of a table whose rows belong to units only. */
    public static final ScopeColumns UNIT = new ScopeColumns("unit_id", null, null);

    /**
     * A condition to follow others, “ and unit_id = any (?)”; empty if everything is within.
     *
     * @param arguments takes the values of the condition
     */
    public String and(RowScope scope, List<Object> arguments) {
        return switch (scope) {
            case RowScope.All all -> "";
            case RowScope.None none -> " and false";
            case RowScope.Units units ->
                condition(unit, " = any (?)", units.unitIds().toArray(UUID[]::new), arguments);
            case RowScope.Owner party -> condition(owner, " = ?", party.partyId(), arguments);
            case RowScope.Areas areas ->
                condition(
                        area,
                        " like any (?)",
                        areas.prefixes().stream().map(prefix -> prefix + "%").toArray(String[]::new),
                        arguments);
        };
    }

    private static String condition(@Nullable String column, String test, Object value, List<Object> arguments) {
        if (column == null) {
            return " and false";
        }
        arguments.add(value);
        return " and " + column + test;
    }
}
