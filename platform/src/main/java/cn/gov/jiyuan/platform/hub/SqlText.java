package cn.gov.jiyuan.platform.hub;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of the hub's SQL. */
final class SqlText {
    private SqlText() {}

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String names(List<String> names) {
        return names.stream().map(SqlText::name).collect(Collectors.joining(", "));
    }

    static String names(Dataset dataset) {
        return names(dataset.columns().stream().map(DataColumn::name).toList());
    }

    /** The columns of a dataset with their types, all empty. */
    static String empty(Dataset dataset) {
        return dataset.columns().stream()
                .map(column -> "null::" + column.type().sql() + " as " + name(column.name()))
                .collect(Collectors.joining(", ", "select ", " where false"));
    }

    /** The part into which a row belongs; the digest stays the same in all versions of the engine. */
    static String bucket(Dataset dataset) {
        if (dataset.buckets() == 1 || dataset.key().isEmpty()) {
            return "0";
        }
        return dataset.key().stream()
                .map(column -> name(column) + "::varchar")
                .collect(Collectors.joining(
                        ", ", "(md5_number_lower(concat_ws(chr(31), ", ")) % " + dataset.buckets() + ")::int"));
    }

    static String keyOf(String batch) {
        return "k" + batch.replace("-", "");
    }
}
