package cn.gov.jiyuan.platform.records;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the versions of a record and says what changed from one to the next. */
final class History {
    private static final int MOST = 500;
    private final JdbcTemplate jdbc;
    private final TableShapes shapes;

    History(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.shapes = new TableShapes(jdbc);
    }

    private record Version(
            long number, OffsetDateTime at, @Nullable String by, StoredRow row) {}

    List<HistoryEntry> of(
            RecordType type, StoredRow record, List<Column> columns, Cells cells, ReferenceLabels labels) {
        VersionRows source = type.versions().orElse(null);
        if (source == null) {
            return List.of();
        }
        TableShape shape = shapes.of(type.id(), source.source());
        List<Column> kept = columns.stream()
                .filter(c -> shape.columns().containsKey(c.sql()) && !(c.kind() instanceof Kind.JsonPath))
                .toList();
        List<Version> versions = versions(source, shape, kept, record.key());
        labels.fetch(kept, versions.stream().map(Version::row).toList());
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            Version earlier = i + 1 < versions.size() ? versions.get(i + 1) : null;
            entries.add(new HistoryEntry(
                    version.number(), version.at(), version.by(), changes(kept, earlier, version, cells, labels)));
        }
        return entries;
    }

    private List<Version> versions(VersionRows source, TableShape shape, List<Column> columns, String key) {
        String names = columns.stream().map(c -> ", " + SqlText.quoted(c.sql())).collect(Collectors.joining());
        String keyType = shape.column(source.source(), source.key()).type();
        String version = SqlText.quoted(source.version());
        return jdbc.query(
                "SELECT " + version + ", " + SqlText.quoted(source.at()) + ", " + SqlText.quoted(source.by()) + names
                        + " FROM " + SqlText.qualified(source.source()) + " WHERE " + SqlText.quoted(source.key())
                        + " = cast(? AS " + keyType + ") ORDER BY " + version + " DESC LIMIT " + MOST,
                (row, number) -> {
                    Map<String, @Nullable Object> values = new java.util.HashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        Column column = columns.get(i);
                        values.put(column.id(), Selection.value(row, i + 4, column.kind()));
                    }
                    StoredRow stored = new StoredRow(key, row.getLong(1), null, null, null, values);
                    return new Version(
                            row.getLong(1), row.getObject(2, OffsetDateTime.class), row.getString(3), stored);
                },
                key);
    }

    private static List<HistoryEntry.Change> changes(
            List<Column> columns, @Nullable Version earlier, Version later, Cells cells, ReferenceLabels labels) {
        List<HistoryEntry.Change> changes = new ArrayList<>();
        for (Column column : columns) {
            String before = earlier == null ? "" : compared(earlier, column, cells);
            String after = compared(later, column, cells);
            if (!before.equals(after)) {
                changes.add(new HistoryEntry.Change(
                        column.id(),
                        column.label(),
                        earlier == null
                                ? ""
                                : cells.cell(earlier.row(), column, false, labels)
                                        .text(),
                        cells.cell(later.row(), column, false, labels).text()));
            }
        }
        return changes;
    }

    private static String compared(Version version, Column column, Cells cells) {
        Object value = version.row().value(column);
        return value == null ? "" : cells.clear(version.row(), column, value);
    }
}
