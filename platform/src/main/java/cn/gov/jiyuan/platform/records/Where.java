package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns scopes and conditions into the condition of a statement on one source. */
final class Where {
    /** The days of a filter are those of Beijing, wherever the server stands. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RecordType type;
    private final TableShape shape;
    private final PersonalCipher cipher;
    private final SqlText sql = new SqlText().add("true");

    Where(RecordType type, TableShape shape, PersonalCipher cipher) {
        this.type = type;
        this.shape = shape;
        this.cipher = cipher;
    }

    SqlText text() {
        return sql;
    }

    Where scope(RowScope scope) {
        switch (scope) {
            case RowScope.All all -> {}
            case RowScope.None none -> sql.add(" AND false");
            // With one unit the index also gives the order; with several the rows must be sorted.
            case RowScope.Units(Set<java.util.UUID> units)
            when units.size() == 1 ->
                scoped(type.scope().unit(), " = ?", units.iterator().next());
            case RowScope.Units(Set<java.util.UUID> units) ->
                scoped(type.scope().unit(), " = ANY (cast(? AS uuid[]))", SqlText.array(units));
            case RowScope.Owner(java.util.UUID party) -> scoped(type.scope().owner(), " = ?", party);
            case RowScope.Areas(Set<String> prefixes) -> areas(prefixes);
        }
        return this;
    }

    private void scoped(String column, String comparison, Object value) {
        if (column.isEmpty()) {
            sql.add(" AND false");
        } else {
            sql.add(" AND " + SqlText.quoted(column) + comparison, value);
        }
    }

    private void areas(Set<String> prefixes) {
        String column = type.scope().area();
        if (column.isEmpty() || prefixes.isEmpty()) {
            sql.add(" AND false");
            return;
        }
        sql.add(" AND (false");
        prefixes.forEach(prefix -> sql.add(" OR " + SqlText.quoted(column) + " LIKE ?", SqlText.literal(prefix) + "%"));
        sql.add(")");
    }

    Where conditions(List<Condition> conditions) {
        conditions.forEach(this::condition);
        return this;
    }

    /** Each word must stand in one of the columns; of {@code masked} ones only the whole value counts. */
    Where words(String text, List<Column> open, List<Column> masked) {
        for (String word : text.isEmpty() ? List.<String>of() : List.of(text.split("\\s+", -1))) {
            sql.add(" AND (false");
            for (Column column : open) {
                sql.add(" OR (").add(containing(column, word)).add(")");
            }
            for (Column column : masked) {
                sql.add(" OR " + SqlText.quoted(column.sql()) + " = ?", word);
            }
            sql.add(")");
        }
        return this;
    }

    private void condition(Condition condition) {
        String column = SqlText.quoted(condition.column().sql());
        sql.add(" AND ");
        switch (condition) {
            case Condition.OneOf(Column c, List<String> values) -> oneOf(c, values);
            case Condition.Between between -> between(between);
            case Condition.StartsWith(Column c, String beginning) ->
                sql.add(column + " LIKE ?", SqlText.literal(beginning) + "%");
            case Condition.Contains(Column c, String part) -> sql.add(containing(c, part));
            case Condition.Empty(Column c, boolean empty) -> sql.add(column + (empty ? " IS NULL" : " IS NOT NULL"));
        }
    }

    private void oneOf(Column column, List<String> values) {
        if (column.kind() instanceof Kind.Personal personal) {
            sql.add(
                    SqlText.quoted(personal.blindColumn()) + " = ?",
                    cipher.blind(personal.blindDomain(), values.getFirst().toUpperCase(Locale.ROOT)));
            return;
        }
        String sqlType = sqlType(column);
        for (String value : values) {
            if (!TableShape.fits(sqlType, value)) {
                throw Values.wrong(column, value, "不是有效的编号或数值");
            }
        }
        if (values.size() == 1) {
            sql.add(SqlText.quoted(column.sql()) + " = cast(? AS " + sqlType + ")", values.getFirst());
        } else {
            sql.add(SqlText.quoted(column.sql()) + " = ANY (cast(? AS " + sqlType + "[]))", SqlText.array(values));
        }
    }

    private void between(Condition.Between between) {
        Column column = between.column();
        String name = SqlText.quoted(column.sql());
        boolean moment = column.kind() instanceof Kind.Moment;
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (between.from() != null) {
            parts.add(name + " >= cast(? AS " + sqlType(column) + ")");
            values.add(moment ? startOf(LocalDate.parse(between.from())) : fitting(column, between.from()));
        }
        if (between.to() != null) {
            parts.add(name + (moment ? " < " : " <= ") + "cast(? AS " + sqlType(column) + ")");
            values.add(moment ? startOf(LocalDate.parse(between.to()).plusDays(1)) : fitting(column, between.to()));
        }
        sql.add(String.join(" AND ", parts), values.toArray());
    }

    private String fitting(Column column, String value) {
        if (!TableShape.fits(sqlType(column), value)) {
            throw Values.wrong(column, value, "须为整数，且不能过大");
        }
        return value;
    }

    private static String startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime().toString();
    }

    /** Pairs of characters find the rows by index; the pattern then makes sure that they stand in sequence. */
    private static SqlText containing(Column column, String part) {
        String name = SqlText.quoted(column.sql());
        return new SqlText()
                .add(
                        name + " ILIKE ? AND records.grams(" + name + ") @> cast(? AS text[])",
                        "%" + SqlText.literal(part) + "%",
                        SqlText.array(grams(part)));
    }

    static Set<String> grams(String text) {
        int[] points = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        if (points.length == 1) {
            grams.add(new String(points, 0, 1));
        }
        for (int i = 0; i + 1 < points.length; i++) {
            grams.add(new String(points, i, 2));
        }
        return grams;
    }

    private String sqlType(Column column) {
        return shape.column(type.id(), column.sql()).type();
    }
}
