package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.error.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The real columns of a table or view, with the types that parameters must be cast to. */
record TableShape(String source, boolean table, Map<String, SqlColumn> columns) {
    record SqlColumn(String type, boolean required) {}

    SqlColumn column(String typeId, String name) {
        SqlColumn column = columns.get(name);
        if (column == null) {
            throw new Fault(RecordsError.DESCRIPTOR, typeId, source + " 没有列 " + name);
        }
        return column;
    }

    /** Whether the text is a value of the SQL type; what is not would make the statement fail. */
    static boolean fits(String sqlType, String value) {
        return switch (sqlType) {
            case "uuid" -> uuid(value) != null;
            case "smallint" -> whole(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case "integer" -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "bigint" -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case "numeric", "double precision", "real" -> number(value);
            case "date" -> parses(LocalDate::parse, value);
            case "timestamp with time zone" -> parses(OffsetDateTime::parse, value);
            case "boolean" -> value.equals("true") || value.equals("false");
            default -> true;
        };
    }

    private static boolean number(String value) {
        try {
            return new BigDecimal(value).precision() < 1000;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static boolean parses(Function<String, ?> parser, String value) {
        try {
            return parser.apply(value) != null;
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    private static boolean whole(String value, long least, long most) {
        try {
            BigDecimal number = new BigDecimal(value);
            return number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static @Nullable UUID uuid(String value) {
        try {
            return value.length() == 36 ? UUID.fromString(value) : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
