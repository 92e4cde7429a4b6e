package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what stands in the form of a rule into SQL; refuses what is missing, with the place in the form. */
final class CheckWriter {
    private static final Set<String> OPERATORS = Set.of(">=", "<=", ">", "<", "=", "<>");
    private final Dataset dataset;
    private final Settings settings;
    private final Function<String, List<String>> codes;

    /** @param codes the codes of a table by its id, empty for an unknown one */
    CheckWriter(Dataset dataset, Settings settings, Function<String, List<String>> codes) {
        this.dataset = dataset;
        this.settings = settings;
        this.codes = codes;
    }

    Check write(Template template) {
        return switch (template) {
            case NOT_NULL -> check("true", present(column()), "不为空");
            case UNIQUE ->
                counted(columns().stream().map(CheckWriter::quoted).collect(Collectors.joining(", ")), "不重复");
            case DUPLICATE -> counted(normal(), "归一后不重复");
            case LENGTH -> check(present(column()), length(), "长度 " + bounds());
            case PATTERN ->
                check(
                        present(column()),
                        "regexp_full_match(" + text(column()) + ", "
                                + literal(wanted(settings.pattern(), "pattern", "正则表达式")) + ")",
                        "符合格式 " + settings.pattern());
            case CODE_TABLE ->
                check(
                        present(column()),
                        "trim(" + text(column()) + ") in (" + codeList() + ")",
                        "代码表 " + settings.codeTable());
            case CITIZEN_ID ->
                check(present(column()), CheckDigits.citizen("upper(trim(" + text(column()) + "))"), "公民身份号码有效");
            case USCC ->
                check(present(column()), CheckDigits.credit("upper(trim(" + text(column()) + "))"), "统一社会信用代码有效");
            case REFERENCE -> reference();
            case LOGIC -> logic();
            case SQL, TIMELINESS, FLUCTUATION, ACCESSIBLE ->
                throw new IllegalStateException(template + " is not written by columns");
        };
    }

    private Check check(String applies, String passes, String expected) {
        return new Check("data", when(applies), passes, observed(), expected, Map.of());
    }

    private Check counted(String by, String expected) {
        String applies = when(columns().stream().map(this::present).collect(Collectors.joining(" and ")));
        String from = "(select *, count(*) over (partition by " + by + ") as times_ from data where " + applies + ")";
        return new Check(from, "true", "times_ = 1", observed(), expected, Map.of());
    }

    private Check reference() {
        String other = wanted(settings.reference(), "reference", "引用的数据集");
        String column = wanted(settings.referenceColumn(), "referenceColumn", "引用的列");
        return new Check(
                "data",
                when(present(column())),
                quoted(column()) + " in (select " + quoted(column) + " from reference_)",
                observed(),
                "在 " + other + " 中存在",
                Map.of("reference_", other));
    }

    private Check logic() {
        String operator = wanted(settings.operator(), "operator", "比较符");
        if (!OPERATORS.contains(operator)) {
            throw Fault.at("/settings/operator", StewardshipError.BAD_RULE, "比较符“" + operator + "”不在 ≥ ≤ ＞ ＜ ＝ ≠ 之内");
        }
        String other = settings.other();
        DataColumn column = dataset.column(column());
        if (other != null && !other.isBlank()) {
            DataColumn second = dataset.column(other);
            return new Check(
                    "data",
                    when(present(column()) + " and " + present(other)),
                    quoted(column()) + " " + operator + " " + quoted(other),
                    "concat_ws('，', " + text(column()) + ", " + text(other) + ")",
                    column.title() + " " + operator + " " + second.title(),
                    Map.of());
        }
        String constant = wanted(settings.constant(), "constant", "比较的列或者值");
        return check(
                present(column()),
                quoted(column()) + " " + operator + " cast(" + literal(constant) + " as "
                        + column.type().sql() + ")",
                column.title() + " " + operator + " " + constant);
    }

    private String when(String applies) {
        String column = settings.whenColumn();
        if (column == null || column.isBlank()) {
            return applies;
        }
        dataset.column(column);
        return applies + " and " + text(column) + " = " + literal(wanted(settings.whenValue(), "whenValue", "适用条件的值"));
    }

    private String length() {
        if (settings.min() == null && settings.max() == null) {
            throw Fault.at("/settings/min", StewardshipError.BAD_RULE, "没有填写长度的下限或者上限");
        }
        return "length(" + text(column()) + ") between " + (settings.min() == null ? 0 : settings.min()) + " and "
                + (settings.max() == null ? Integer.MAX_VALUE : settings.max());
    }

    private String bounds() {
        return settings.max() == null
                ? "不少于 " + settings.min()
                : (settings.min() == null ? 0 : settings.min()) + " 至 " + settings.max();
    }

    private String codeList() {
        String table = wanted(settings.codeTable(), "codeTable", "代码表");
        List<String> known = codes.apply(table);
        if (known.isEmpty()) {
            throw Fault.at("/settings/codeTable", StewardshipError.BAD_RULE, "代码表“" + table + "”不存在或者没有代码");
        }
        return known.stream().map(CheckWriter::literal).collect(Collectors.joining(", "));
    }

    private String normal() {
        return columns().stream()
                .map(column -> "lower(regexp_replace(" + text(column) + ", '[\\s·•．.\\-]', '', 'g'))")
                .collect(Collectors.joining(", "));
    }

    private String observed() {
        return columns().stream().map(CheckWriter::text).collect(Collectors.joining(", ", "concat_ws('，', ", ")"));
    }

    private String present(String column) {
        boolean text = dataset.column(column).type() == DataType.TEXT;
        return text
                ? "(" + quoted(column) + " is not null and trim(" + quoted(column) + ") <> '')"
                : quoted(column) + " is not null";
    }

    private String column() {
        return columns().getFirst();
    }

    private List<String> columns() {
        List<String> columns = settings.judged();
        if (columns.isEmpty()) {
            throw Fault.at("/settings/columns", StewardshipError.BAD_RULE, "没有选择要检查的列");
        }
        columns.forEach(dataset::column);
        return columns;
    }

    private static String wanted(@Nullable String value, String place, String title) {
        if (value == null || value.isBlank()) {
            throw Fault.at("/settings/" + place, StewardshipError.BAD_RULE, "没有填写" + title);
        }
        return value;
    }

    private static String text(String column) {
        return "cast(" + quoted(column) + " as varchar)";
    }

    /** The key of a row as people can find it again: its key columns, or all that it has. */
    static String key(Dataset dataset) {
        List<String> columns = dataset.key().isEmpty()
                ? dataset.columns().stream().map(DataColumn::name).toList()
                : dataset.key();
        return columns.stream()
                .map(CheckWriter::text)
                .map(value -> "coalesce(" + value + ", '')")
                .collect(Collectors.joining(", ", "concat_ws('/', ", ")"));
    }

    /** {@code name=dataset} pairs of a rule in SQL. */
    static Map<String, String> views(Settings settings) {
        Map<String, String> views = new LinkedHashMap<>();
        for (String pair : settings.views()) {
            String[] parts = pair.split("=", 2);
            if (parts.length != 2
                    || !parts[0].strip().matches("[a-z][a-z0-9_]{0,30}")
                    || parts[0].strip().equals("data")) {
                throw Fault.at("/settings/with", StewardshipError.BAD_RULE, "引用的数据集应写成“名称=数据集”，现为“" + pair + "”");
            }
            views.put(parts[0].strip(), parts[1].strip());
        }
        return views;
    }

    static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    static String literal(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
