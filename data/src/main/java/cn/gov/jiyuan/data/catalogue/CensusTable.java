package cn.gov.jiyuan.data.catalogue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of a business system in a census (普查库表).
 *
 * @param rows how many rows it has, if known @param classCode class of a new entry @param resourceCode the entry it is in
 * @param columns as scanned, empty if only reported
 */
record CensusTable(
        String system,
        String name,
        String title,
        @Nullable Long rows,
        boolean reported,
        boolean scanned,
        Disposition disposition,
        @Nullable String classCode,
        @Nullable String resourceCode,
        List<SourceColumn> columns) {
    CensusTable {
        system = Objects.requireNonNullElse(system, "").strip();
        name = Objects.requireNonNullElse(name, "").strip();
        title = Objects.requireNonNullElse(title, "").strip();
        disposition = Objects.requireNonNullElse(disposition, Disposition.NONE);
        columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
    }

    /** In a system the same name in another case is the same table. */
    String key() {
        return system + "\n" + name.toLowerCase(java.util.Locale.ROOT);
    }

    boolean missed() {
        return scanned && !reported;
    }

    /** As a scan finds it. */
    static CensusTable seen(String system, SourceTable table) {
        return new CensusTable(
                system, table.name(), table.title(), null, false, true, Disposition.NONE, null, null, table.columns());
    }

    /** As if the unit had not reported it. */
    CensusTable unreported() {
        return new CensusTable(system, name, title, null, false, true, Disposition.NONE, null, null, columns);
    }

    /** With what a scan has found of it. */
    CensusTable scannedAs(CensusTable found) {
        String known = title.isEmpty() ? found.title : title;
        return new CensusTable(
                system, name, known, rows, reported, true, disposition, classCode, resourceCode, found.columns);
    }
}
