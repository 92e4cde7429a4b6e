package cn.gov.jiyuan.platform.hub;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the query that reads the files of a snapshot. */
final class SnapshotSql {
    private SnapshotSql() {}

    /** A query over these parts with the columns of the dataset, in order; columns added later are empty in old files. */
    static String of(Dataset dataset, Collection<Part> parts, DataFolder folder) {
        Map<UUID, List<Part>> byKey =
                parts.stream().collect(Collectors.groupingBy(Part::batch, LinkedHashMap::new, Collectors.toList()));
        StringBuilder sql = new StringBuilder(SqlText.empty(dataset));
        byKey.forEach((batch, files) -> sql.append(" union all by name select * from ")
                .append(files(
                        files.stream().map(part -> folder.absolute(part.path())).toList(), batch)));
        return sql.toString();
    }

    /** A query for the places of rows within their files, counted from 0. */
    static String places(List<Part> parts, UUID batch, DataFolder folder, String column, int limit) {
        String files = parts.stream()
                .map(part -> SqlText.literal(folder.absolute(part.path())))
                .collect(Collectors.joining(", "));
        return "select file_row_number from read_parquet([" + files
                + "], hive_partitioning = false, file_row_number = true, encryption_config = {footer_key: '"
                + SqlText.keyOf(batch.toString()) + "'}) where " + SqlText.name(column) + " = ? limit " + limit;
    }

    static String files(List<String> paths, UUID batch) {
        return paths.stream()
                .map(SqlText::literal)
                .collect(Collectors.joining(
                        ", ",
                        "read_parquet([",
                        "], hive_partitioning = false, encryption_config = {footer_key: '"
                                + SqlText.keyOf(batch.toString()) + "'})"));
    }
}
