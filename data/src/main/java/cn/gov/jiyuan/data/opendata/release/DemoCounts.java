package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.area.Division;
import cn.gov.jiyuan.kernel.area.Divisions;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the figures of the demonstration: from views that systems publish, and by their facades. None is invented. */
@Component("opendata.DemoCounts")
final class DemoCounts {
    private static final int PAGE = 500;
    private final JdbcClient jdbc;
    private final Units units;
    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final ObjectProvider<ItemCatalogue> items;
    private final Clock clock;

    DemoCounts(
            JdbcClient jdbc,
            Units units,
            ObjectProvider<ResourceCatalogue> catalogue,
            ObjectProvider<ItemCatalogue> items,
            Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.catalogue = catalogue;
        this.items = items;
        this.clock = clock;
    }

    /** Rows of a dataset, none where the house has not done any such thing. */
    List<@Nullable Object[]> rows(DemoDatasets.Draft draft) {
        return switch (draft.sql()) {
            case "facade:catalogue-sharing" ->
                byUnit(List.of(
                        resource -> resource.sharing() == SharingType.UNCONDITIONAL,
                        resource -> resource.sharing() == SharingType.CONDITIONAL,
                        resource -> resource.sharing() == SharingType.NONE,
                        resource -> resource.dataset() != null));
            case "facade:catalogue-open" ->
                byUnit(List.of(
                        resource -> resource.open() == OpenType.UNCONDITIONAL,
                        resource -> resource.open() == OpenType.CONDITIONAL,
                        resource -> resource.open() == OpenType.NONE));
            case "facade:divisions" ->
                Divisions.jiyuan().towns().stream()
                        .map(town -> new @Nullable Object[] {town.code().value(), town.name()})
                        .toList();
            case "facade:items" -> itemsByUnit();
            default -> queried(draft);
        };
    }

    private List<@Nullable Object[]> queried(DemoDatasets.Draft draft) {
        LocalDate today = LocalDate.now(clock);
        Map<String, String> known = new HashMap<>();
        return jdbc.sql(draft.sql())
                .param(
                        "since",
                        DemoDatasets.since(today).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .param(
                        "until",
                        DemoDatasets.until(today).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query((row, n) -> read(draft, row, known))
                .list();
    }

    private @Nullable Object[] read(DemoDatasets.Draft draft, ResultSet row, Map<String, String> known)
            throws SQLException {
        @Nullable Object[] values = new Object[draft.columns().size()];
        for (int i = 0; i < values.length; i++) {
            DemoDatasets.Kind kind = draft.columns().get(i).type();
            values[i] = switch (kind) {
                case DATE -> row.getObject(i + 1, LocalDate.class);
                case INTEGER -> row.getLong(i + 1);
                case TEXT -> row.getString(i + 1);
                case UNIT, AREA, ITEM -> {
                    String code = row.getString(i + 1);
                    yield code == null ? "" : known.computeIfAbsent(kind + code, key -> name(kind, code));
                }
            };
        }
        return values;
    }

    private String name(DemoDatasets.Kind kind, String code) {
        return switch (kind) {
            case UNIT -> unit(UUID.fromString(code));
            case AREA ->
                Divisions.jiyuan().towns().stream()
                        .filter(town -> code.startsWith(town.code().value()))
                        .map(Division::name)
                        .findFirst()
                        .orElse("示范区本级");
            default -> {
                ItemCatalogue known = items.getIfAvailable();
                yield known == null
                        ? ""
                        : known.inForce(code).map(ItemGuide::name).orElse("");
            }
        };
    }

    private String unit(UUID id) {
        return units.find(id).map(Unit::shortName).orElse("");
    }

    /** Entries of each unit, and of these how many are as each condition says. */
    private List<@Nullable Object[]> byUnit(List<Predicate<Resource>> conditions) {
        Map<UUID, long[]> counts = new HashMap<>();
        ResourceCatalogue known = catalogue.getIfAvailable();
        List<Resource> page = known == null ? List.of() : known.list(null, PAGE);
        while (known != null && !page.isEmpty()) {
            for (Resource resource : page) {
                long[] count = counts.computeIfAbsent(resource.unitId(), id -> new long[conditions.size() + 1]);
                count[0]++;
                for (int i = 0; i < conditions.size(); i++) {
                    count[i + 1] += conditions.get(i).test(resource) ? 1 : 0;
                }
            }
            page = page.size() < PAGE ? List.of() : known.list(page.getLast().code(), PAGE);
        }
        Map<String, long[]> named = new TreeMap<>();
        counts.forEach((id, count) -> named.put(unit(id), count));
        List<@Nullable Object[]> rows = new ArrayList<>();
        named.forEach((name, count) -> {
            @Nullable Object[] row = new Object[count.length + 1];
            row[0] = name;
            for (int i = 0; i < count.length; i++) {
                row[i + 1] = count[i];
            }
            rows.add(row);
        });
        return rows;
    }

    private List<@Nullable Object[]> itemsByUnit() {
        ItemCatalogue known = items.getIfAvailable();
        return known == null
                ? List.of()
                : known.units().entrySet().stream()
                        .map(entry -> new @Nullable Object[] {
                            units.byCode(entry.getKey()).map(Unit::shortName).orElse(entry.getKey()), entry.getValue()
                        })
                        .sorted(Comparator.comparing(row -> String.valueOf(row[0])))
                        .collect(Collectors.toList());
    }
}
