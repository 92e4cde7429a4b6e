package cn.gov.jiyuan.data.stewardship.quality;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a template asks for; each template looks at its own part.
 *
 * @param columns columns that are judged
 * @param min @param max bounds of a length
 * @param pattern regular expression of the whole value
 * @param codeTable id of the code table
 * @param reference dataset that is referred to @param referenceColumn its column
 * @param operator one of {@code >= <= > < = <>} between the column and {@link #other} or {@link #constant}
 * @param whenColumn the rule looks only at rows in which this column has the value {@link #whenValue}
 * @param days longest age of the last batch, where the catalogue knows no cycle
 * @param sql SELECT over {@code data} that returns the rows that fail
 * @param with further datasets that the SELECT reads, as {@code name=dataset}
 * @param threshold per cent of rows that must pass; 100 where not given
 */
public record Settings(
        @Nullable List<String> columns,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable String pattern,
        @Nullable String codeTable,
        @Nullable String reference,
        @Nullable String referenceColumn,
        @Nullable String operator,
        @Nullable String other,
        @Nullable String constant,
        @Nullable String whenColumn,
        @Nullable String whenValue,
        @Nullable Integer days,
        @Nullable String sql,
        @Nullable List<String> with,
        @Nullable BigDecimal threshold) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public static Settings of(String... columns) {
        return new Settings(
                List.of(columns),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Settings coded(String table) {
        return new Settings(
                columns,
                min,
                max,
                pattern,
                table,
                reference,
                referenceColumn,
                operator,
                other,
                constant,
                whenColumn,
                whenValue,
                days,
                sql,
                with,
                threshold);
    }

    Settings compared(String comparison, String column) {
        return new Settings(
                columns,
                min,
                max,
                pattern,
                codeTable,
                reference,
                referenceColumn,
                comparison,
                column,
                constant,
                whenColumn,
                whenValue,
                days,
                sql,
                with,
                threshold);
    }

    List<String> judged() {
        return columns == null ? List.of() : columns;
    }

    List<String> views() {
        return with == null ? List.of() : with;
    }

    BigDecimal least() {
        return threshold == null ? ALL : threshold;
    }
}
