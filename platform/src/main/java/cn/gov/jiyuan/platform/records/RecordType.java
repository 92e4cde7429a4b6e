package cn.gov.jiyuan.platform.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The descriptor of a record type (记录类型): all that list, filter, export, search document, masking, OpenAPI, history
 * and drill-down need to know. A system publishes one as a bean for each of its tables or views that people look at.
 */
public final class RecordType {
    /** Parameters of the URL that no column may be called. */
    static final Set<String> RESERVED =
            Set.of("q", "sort", "after", "before", "limit", "columns", "total", "format", "purpose", "id", "label");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*\\.[a-z][a-z0-9-]*");
    private static final Pattern COLUMN_ID = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern SQL_NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern SOURCE = Pattern.compile("[a-z_][a-z0-9_]*\\.[a-z_][a-z0-9_]*");

    private final String id;
    private final String name;
    private final String source;
    private final String key;
    private final String label;
    private final Map<String, Column> columns;
    private final ScopeColumns scope;
    private final RecordPermissions permissions;
    private final Order order;
    private final List<DrillLink> links;
    private final @Nullable VersionRows versions;
    private final @Nullable WritePart writing;
    private final boolean small;

    private RecordType(Builder builder) {
        id = builder.id;
        name = builder.name;
        source = builder.source;
        key = builder.key;
        label = builder.label;
        columns = new LinkedHashMap<>();
        builder.columns.forEach(column -> {
            if (columns.put(column.id(), column) != null) {
                throw broken("column " + column.id() + " stands twice");
            }
        });
        scope = builder.scope;
        permissions = builder.permissions;
        order = builder.order == null ? Order.ascending(label) : builder.order;
        links = List.copyOf(builder.links);
        versions = builder.versions;
        writing = builder.writing;
        small = builder.small;
        check();
    }

    /**
     * Begins a descriptor.
     *
     * @param id {@code <system>.<thing>}, {@code items.item} for example; also the prefix of its permissions
     * @param name what people call the records, {@code 服务事项}
     */
    public static Builder of(String id, String name) {
        return new Builder(id, name);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The schema-qualified table or view. */
    public String source() {
        return source;
    }

    /** The SQL column of the key. */
    public String key() {
        return key;
    }

    /** The column by whose value people know a record. */
    public Column label() {
        return column(label).orElseThrow();
    }

    public List<Column> columns() {
        return List.copyOf(columns.values());
    }

    public Optional<Column> column(String columnId) {
        return Optional.ofNullable(columns.get(columnId));
    }

    public ScopeColumns scope() {
        return scope;
    }

    public RecordPermissions permissions() {
        return permissions;
    }

    /** The order of a list that asks for none. */
    public Order order() {
        return order;
    }

    public List<DrillLink> links() {
        return links;
    }

    public Optional<VersionRows> versions() {
        return Optional.ofNullable(versions);
    }

    public Optional<WritePart> writing() {
        return Optional.ofNullable(writing);
    }

    /** Whether the source stays small for good (some ten thousand rows), so that no index is demanded. */
    public boolean small() {
        return small;
    }

    @Override
    public String toString() {
        return "RecordType " + id;
    }

    private void check() {
        demand(ID.matcher(id).matches(), "its id is not <system>.<thing>");
        demand(SOURCE.matcher(source).matches(), "source " + source + " is not schema.table");
        demand(SQL_NAME.matcher(key).matches(), "key " + key + " is not a column name");
        demand(columns.containsKey(label), "label column " + label + " is missing");
        demand(columns.containsKey(order.column()), "order column " + order.column() + " is missing");
        for (String scoped : List.of(scope.unit(), scope.owner(), scope.area())) {
            demand(scoped.isEmpty() || SQL_NAME.matcher(scoped).matches(), "scope column " + scoped);
        }
        columns.values().forEach(this::check);
        if (writing != null) {
            demand(SQL_NAME.matcher(writing.version()).matches(), "version column " + writing.version());
            writing.editable().forEach(c -> demand(columns.containsKey(c), "editable column " + c + " is missing"));
        }
    }

    private void check(Column column) {
        String which = "column " + column.id();
        demand(COLUMN_ID.matcher(column.id()).matches(), which + " has an id that is no name");
        demand(!RESERVED.contains(column.id()), which + " bears a reserved name");
        demand(SQL_NAME.matcher(column.sql()).matches(), which + ": " + column.sql() + " is not a column name");
        Set<Filter> possible = Filters.possible(column.kind());
        demand(possible.containsAll(column.filters()), which + " can only be filtered by " + possible);
        boolean plain = !(column.kind() instanceof Kind.Personal) && !(column.kind() instanceof Kind.JsonPath);
        demand(plain || !column.is(Column.Use.SORTED), which + " cannot be sorted");
        demand(
                column.kind() instanceof Kind.Text || !column.is(Column.Use.FOUND),
                which + " is not text and cannot be findable");
        if (column.kind() instanceof Kind.JsonPath path) {
            path.path().forEach(step -> demand(step.matches("[\\p{L}\\p{N}_]+"), which + " has a strange path"));
        }
    }

    private void demand(boolean held, String otherwise) {
        if (!held) {
            throw broken(otherwise);
        }
    }

    private IllegalArgumentException broken(String why) {
        return new IllegalArgumentException("Record type " + id + ": " + why);
    }

    /** Collects a descriptor. */
    public static final class Builder {
        private final String id;
        private final String name;
        private String source;
        private String key = "id";
        private String label = "name";
        private final List<Column> columns = new ArrayList<>();
        private ScopeColumns scope = ScopeColumns.NONE;
        private RecordPermissions permissions;
        private @Nullable Order order;
        private final List<DrillLink> links = new ArrayList<>();
        private @Nullable VersionRows versions;
        private @Nullable WritePart writing;
        private boolean small;

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
            this.source = id;
            this.permissions = RecordPermissions.of(id);
        }

        /** Schema-qualified table or view of the same system; the id where not given. */
        public Builder source(String tableOrView) {
            source = tableOrView;
            return this;
        }

        /** The SQL column of the key; {@code id} where not given. */
        public Builder key(String column) {
            key = column;
            return this;
        }

        /** The column by whose value people know a record; {@code name} where not given. */
        public Builder label(String columnId) {
            label = columnId;
            return this;
        }

        public Builder columns(Column... added) {
            columns.addAll(List.of(added));
            return this;
        }

        /** SQL columns by which rows are allotted; an empty name where there is none. */
        public Builder scope(String unit, String owner, String area) {
            scope = new ScopeColumns(unit, owner, area);
            return this;
        }

        /** Where they are not {@code <id>.read}, {@code .export}, {@code .unmask} and {@code .write}. */
        public Builder permissions(RecordPermissions all) {
            permissions = all;
            return this;
        }

        public Builder order(Order first) {
            order = first;
            return this;
        }

        public Builder link(String text, String path) {
            links.add(new DrillLink(text, path));
            return this;
        }

        public Builder versions(VersionRows rows) {
            versions = rows;
            return this;
        }

        public Builder writing(WritePart part) {
            writing = part;
            return this;
        }

        /** Declares that the source stays small for good (some ten thousand rows), so that no index is demanded. */
        public Builder small() {
            small = true;
            return this;
        }

        public RecordType build() {
            return new RecordType(this);
        }
    }
}
