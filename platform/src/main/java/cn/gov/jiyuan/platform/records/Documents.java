package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.platform.search.SearchDocument;
import cn.gov.jiyuan.platform.search.Visibility;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes search documents (检索文档); masked columns and those with a permission of their own stay out. */
final class Documents {
    private Documents() {}

    static Selection selection(RecordType type) {
        return new Selection(
                type, type.columns().stream().filter(Documents::fit).toList(), type.order());
    }

    private static boolean fit(Column column) {
        return !column.isMasked() && column.protection().permission().isEmpty();
    }

    static SearchDocument of(RecordType type, StoredRow row) {
        List<Column> columns = type.columns().stream().filter(Documents::fit).toList();
        String text = columns.stream()
                .filter(c -> c.is(Column.Use.FOUND))
                .map(row::value)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        List<String> keywords = columns.stream()
                .filter(c -> row.value(c) != null && c.kind() instanceof Kind.Code)
                .map(c -> ((Kind.Code) c.kind()).dictionary().label(String.valueOf(row.value(c))))
                .toList();
        Object title = fit(type.label()) ? row.value(type.label()) : null;
        List<DrillLink> links = Links.of(type, row);
        return SearchDocument.of(
                        type.id(),
                        row.key(),
                        title == null ? type.name() : title.toString(),
                        links.isEmpty() ? "" : links.getFirst().path())
                .withText(text)
                .withKeywords(keywords)
                .visibleTo(new Visibility.Restricted(type.permissions().read(), row.unit(), row.owner(), row.area()));
    }
}
