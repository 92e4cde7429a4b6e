package cn.gov.jiyuan.platform.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statement in the making: text and arguments grow together, values never enter the text. */
final class SqlText {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    SqlText add(String part, Object... values) {
        text.append(part);
        arguments.addAll(Arrays.asList(values));
        return this;
    }

    SqlText add(SqlText other) {
        text.append(other.text);
        arguments.addAll(other.arguments);
        return this;
    }

    String text() {
        return text.toString();
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    /** The text of a PostgreSQL array that holds these values. */
    static String array(Iterable<?> values) {
        StringBuilder literal = new StringBuilder("{");
        for (Object value : values) {
            literal.append(literal.length() > 1 ? "," : "")
                    .append('"')
                    .append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return literal.append('}').toString();
    }

    /** A pattern part in which nothing is special. */
    static String literal(String value) {
        return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }

    /** {@code "schema"."table"} */
    static String qualified(String source) {
        int dot = source.indexOf('.');
        return quoted(source.substring(0, dot)) + "." + quoted(source.substring(dot + 1));
    }
}
