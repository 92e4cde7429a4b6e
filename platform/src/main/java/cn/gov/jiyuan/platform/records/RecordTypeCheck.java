package cn.gov.jiyuan.platform.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Holds a descriptor against its real table: columns, their types, and the index that each filter and order needs. Every
 * system calls it in a test for its own types. Of a view only columns and types are checked; measure its lists instead.
 */
public final class RecordTypeCheck {
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "uuid", "name");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "double precision", "real");
    private final TableShapes shapes;

    public RecordTypeCheck(DataSource dataSource) {
        shapes = new TableShapes(new JdbcTemplate(dataSource));
    }

    /** @throws IllegalStateException that names the record type and all that is wrong with it */
    public void demandFit(RecordType type) {
        List<String> problems = problems(type);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Record type " + type.id() + ": " + String.join("; ", problems));
        }
    }

    /** What is wrong, in English for developers; empty if nothing. */
    public List<String> problems(RecordType type) {
        TableShape shape = shapes.of(type);
        List<String> problems = new ArrayList<>();
        type.columns().forEach(column -> problems.addAll(kindProblems(shape, column)));
        for (String name : named(type)) {
            if (!name.isEmpty() && !shape.columns().containsKey(name)) {
                problems.add(type.source() + " has no column " + name);
            }
        }
        if (shape.table()) {
            problems.addAll(indexProblems(type, shapes.indexes(type.source())));
        } else if (type.writing().isPresent()) {
            problems.add("a view cannot be edited");
        }
        return problems;
    }

    private static List<String> named(RecordType type) {
        List<String> names = new ArrayList<>(List.of(
                type.key(),
                type.scope().unit(),
                type.scope().owner(),
                type.scope().area()));
        type.writing().ifPresent(part -> names.add(part.version()));
        type.columns().forEach(column -> names.add(blind(column)));
        return names;
    }

    private static String blind(Column column) {
        return column.kind() instanceof Kind.Personal personal ? personal.blindColumn() : "";
    }

    private static List<String> kindProblems(TableShape shape, Column column) {
        TableShape.SqlColumn real = shape.columns().get(column.sql());
        if (real == null) {
            return List.of("column " + column.id() + ": " + shape.source() + " has no column " + column.sql());
        }
        boolean fits = switch (column.kind()) {
            case Kind.Text text -> TEXTS.contains(real.type());
            case Kind.Code code -> TEXTS.contains(real.type()) || NUMBERS.contains(real.type());
            case Kind.Reference reference -> TEXTS.contains(real.type()) || NUMBERS.contains(real.type());
            case Kind.Number number -> NUMBERS.contains(real.type());
            case Kind.Money money ->
                real.type().equals("numeric") || real.type().equals("bigint");
            case Kind.Date date -> real.type().equals("date");
            case Kind.Moment moment -> real.type().equals("timestamp with time zone");
            case Kind.Flag flag -> real.type().equals("boolean");
            case Kind.Personal personal -> real.type().equals("bytea");
            case Kind.JsonPath path -> real.type().equals("jsonb");
        };
        String kind = column.kind().getClass().getSimpleName();
        return fits ? List.of() : List.of("column " + column.id() + " is no " + kind + " but " + real.type());
    }

    private static List<String> indexProblems(RecordType type, List<TableShapes.Index> indexes) {
        List<String> problems = new ArrayList<>();
        boolean unique = indexes.stream().anyMatch(i -> i.unique() && i.keys().equals(List.of(type.key())));
        if (!unique) {
            problems.add("key " + type.key() + " has no unique index");
        }
        if (type.small()) {
            return problems;
        }
        ScopeColumns scope = type.scope();
        List<String> scopes = List.of(scope.unit(), scope.owner(), scope.area());
        for (Column column : type.columns()) {
            boolean ordered =
                    column.is(Column.Use.SORTED) || type.order().column().equals(column.id());
            boolean looked = column.filters().stream().anyMatch(f -> f != Filter.CONTAINS && f != Filter.EMPTY);
            String indexed = column.kind() instanceof Kind.Personal ? blind(column) : column.sql();
            if ((ordered || looked) && indexes.stream().noneMatch(i -> serves(i, indexed, scopes))) {
                problems.add("column " + column.id() + " is sorted or filtered without an index on " + indexed);
            }
            String grams = "records.grams(" + column.sql() + ")";
            boolean searched = column.is(Column.Use.FOUND) || column.filters().contains(Filter.CONTAINS);
            if (searched && indexes.stream().noneMatch(i -> i.keys().contains(grams))) {
                problems.add("column " + column.id() + " is searched without a GIN index on " + grams);
            }
        }
        return problems;
    }

    /** An index serves a column that it begins with, or that follows only scope columns. */
    private static boolean serves(TableShapes.Index index, String column, List<String> scopes) {
        for (String key : index.keys()) {
            if (key.equals(column)) {
                return true;
            }
            if (!scopes.contains(key)) {
                return false;
            }
        }
        return false;
    }
}
