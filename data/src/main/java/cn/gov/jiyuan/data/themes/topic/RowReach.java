package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.RowScope;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reach of rows as a condition in the SQL of the hub (行权限). A dataset without unit and area can only be read by those
 * who may see everything.
 *
 * @param condition over the columns {@code unit_id} and {@code area_code}
 */
public record RowReach(String condition, List<Object> arguments) {
    private static final RowReach NOTHING = new RowReach("false", List.of());

    /** @param columns of the dataset @throws Fault {@code themes.no-scope} */
    public static RowReach of(RowScope scope, String dataset, Collection<String> columns) {
        return switch (scope) {
            case RowScope.All all -> new RowReach("true", List.of());
            case RowScope.None none -> NOTHING;
            case RowScope.Owner owner -> NOTHING;
            case RowScope.Units units -> {
                need("unit_id", dataset, columns);
                List<Object> ids = units.unitIds().stream()
                        .map(id -> (Object) id.toString())
                        .sorted()
                        .toList();
                yield ids.isEmpty()
                        ? NOTHING
                        : new RowReach(
                                Collections.nCopies(ids.size(), "?").stream()
                                        .collect(Collectors.joining(", ", "unit_id in (", ")")),
                                ids);
            }
            case RowScope.Areas areas -> {
                need("area_code", dataset, columns);
                List<Object> prefixes = areas.prefixes().stream()
                        .sorted()
                        .map(prefix -> (Object) prefix)
                        .toList();
                yield prefixes.isEmpty()
                        ? NOTHING
                        : new RowReach(
                                Collections.nCopies(prefixes.size(), "starts_with(area_code, ?)").stream()
                                        .collect(Collectors.joining(" or ", "(", ")")),
                                prefixes);
            }
        };
    }

    private static void need(String column, String dataset, Collection<String> columns) {
        if (!columns.contains(column)) {
            throw new Fault(ThemesError.NO_SCOPE, dataset);
        }
    }
}
