package cn.gov.jiyuan.platform.records;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fills the paths of drill-down links; a link whose value is missing or masked is left out. */
final class Links {
    private Links() {}

    static List<DrillLink> of(RecordType type, StoredRow row) {
        return type.links().stream()
                .map(link -> new DrillLink(link.label(), path(type, row, link.path())))
                .filter(link -> link.path().indexOf('{') < 0)
                .toList();
    }

    private static String path(RecordType type, StoredRow row, String template) {
        String path = template.replace("{id}", encoded(row.key()));
        for (Column column : type.columns()) {
            Object value = row.value(column);
            if (value != null && !column.isMasked()) {
                path = path.replace("{" + column.id() + "}", encoded(Cells.written(column, value)));
            }
        }
        return path;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
