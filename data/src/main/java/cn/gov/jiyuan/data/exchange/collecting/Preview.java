package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.CellFault;
import cn.gov.jiyuan.data.exchange.collecting.reading.FileFormat;
import cn.gov.jiyuan.data.exchange.collecting.reading.RowSink;
import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.data.exchange.collecting.reading.UnreadableException;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first rows of a source, and how its columns may be meant (预览和映射建议). */
@Component
final class Preview {
    private static final int ROWS = 20;
    /** Names of columns that are meant by many headings. */
    private static final Map<String, List<String>> KNOWN = known();

    private static final Set<String> PERSONAL = Set.of("id_no", "name", "phone", "address", "birth_date");

    private final Datasets datasets;
    private final SourceStore sources;
    private final ApiSource apis;

    Preview(Datasets datasets, SourceStore sources, ApiSource apis) {
        this.datasets = datasets;
        this.sources = sources;
        this.apis = apis;
    }

    /** @param broken what could not be read as rows among the first */
    record Seen(List<Suggestion> columns, List<List<String>> rows, List<String> broken) {}

    /**
     * A column of the source.
     *
     * @param to column of the dataset that is meant; the name of a new one if there is none
     * @param fits whether the dataset has that column
     * @param misfits which of the first values are not of the type, and why; these rows will be rejected
     */
    record Suggestion(
            String from,
            String sourceType,
            DataType type,
            String to,
            String title,
            boolean personal,
            boolean fits,
            List<String> misfits) {}

    Seen ofFile(Path file, String name, @Nullable String rowsAt, @Nullable String dataset) {
        FileFormat format =
                FileFormat.named(name).orElseThrow(() -> Fault.at("/file", CollectingError.FILE_KIND, name));
        First first = new First();
        try {
            format.read(file, rowsAt == null ? "" : rowsAt, first);
        } catch (UnreadableException e) {
            if (first.rows.isEmpty()) {
                throw Fault.caused(e, CollectingError.UNREADABLE, String.valueOf(e.getMessage()));
            }
            first.broken.add(String.valueOf(e.getMessage()));
        }
        return seen(first, dataset);
    }

    Seen of(SourceSpec source, @Nullable String secret, @Nullable String dataset) {
        source.check();
        First first = new First();
        switch (source) {
            case SourceSpec.OfTable t ->
                table(
                        new SourceStore.Place(t.host(), t.port(), t.database(), t.user(), text(secret)),
                        t.table(),
                        first);
            case SourceSpec.OfLog l ->
                table(
                        new SourceStore.Place(l.host(), l.port(), l.database(), l.user(), text(secret)),
                        l.table(),
                        first);
            case SourceSpec.OfApi api -> apis.read(api, secret, 1, first);
            case SourceSpec.OfFile file -> throw Fault.at("/source", CollectingError.MISSING, "文件");
            case SourceSpec.OfBackflow file -> throw Fault.at("/source", CollectingError.MISSING, "文件");
        }
        return seen(first, dataset);
    }

    private void table(SourceStore.Place place, String table, First first) {
        try (Connection source = sources.connect(place)) {
            sources.all(source, table, ROWS, first);
        } catch (SQLException e) {
            throw SourceStore.down(e);
        }
    }

    private static String text(@Nullable String secret) {
        return secret == null ? "" : secret;
    }

    private Seen seen(First first, @Nullable String name) {
        Dataset dataset =
                name == null || name.isBlank() ? null : datasets.find(name).orElse(null);
        Set<String> used = new HashSet<>();
        List<Suggestion> suggestions = new ArrayList<>();
        for (int i = 0; i < first.columns.size(); i++) {
            int place = i;
            List<@Nullable Object> values = first.rows.stream()
                    .map(row -> place < row.length ? row[place] : null)
                    .toList();
            suggestions.add(suggested(first.columns.get(i), i, values, first.lines, dataset, used));
        }
        List<List<String>> rows = first.rows.stream()
                .map(row -> Arrays.stream(row).map(Preview::shown).toList())
                .toList();
        return new Seen(suggestions, rows, first.broken);
    }

    private static String shown(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case CellFault fault -> "（" + fault.reason() + "）";
            default -> cell.toString();
        };
    }

    private static Suggestion suggested(
            SourceColumn column,
            int place,
            List<? extends @Nullable Object> values,
            List<Long> lines,
            @Nullable Dataset dataset,
            Set<String> used) {
        Optional<DataColumn> there = dataset == null
                ? Optional.empty()
                : dataset.columns().stream()
                        .filter(one -> !used.contains(one.name()))
                        .filter(one -> same(column.name(), one))
                        .findFirst();
        if (there.isPresent()) {
            DataColumn one = there.get();
            used.add(one.name());
            return new Suggestion(
                    column.name(),
                    column.type(),
                    one.type(),
                    one.name(),
                    one.title(),
                    one.personal(),
                    true,
                    misfits(one.type(), values, lines));
        }
        String name = english(column.name(), place);
        while (!used.add(name)) {
            name = name + "_" + (place + 1);
        }
        DataType type = Conversion.guess(values);
        return new Suggestion(
                column.name(),
                column.type(),
                type,
                name,
                column.name(),
                PERSONAL.contains(name),
                false,
                misfits(type, values, lines));
    }

    private static List<String> misfits(DataType type, List<? extends @Nullable Object> values, List<Long> lines) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i) instanceof String text ? text.strip() : values.get(i);
            if (value != null
                    && !(value instanceof CellFault)
                    && !value.toString().isBlank()
                    && Conversion.of(type, value) instanceof Conversion.Refused(String why)) {
                found.add("第 " + lines.get(i) + " 行“" + value + "”" + why);
            }
        }
        return found;
    }

    private static boolean same(String heading, DataColumn column) {
        String plain = plain(heading);
        if (plain.equals(plain(column.name())) || plain.equals(plain(column.title()))) {
            return true;
        }
        List<String> words = KNOWN.getOrDefault(column.name(), List.of());
        return words.contains(plain);
    }

    private static String english(String heading, int place) {
        String plain = plain(heading);
        for (Map.Entry<String, List<String>> entry : KNOWN.entrySet()) {
            if (entry.getValue().contains(plain)) {
                return entry.getKey();
            }
        }
        String name =
                heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return name.matches("[a-z][a-z0-9_]{0,40}") ? name : "column_" + (place + 1);
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_＊*（）()\\-]", "");
    }

    private static Map<String, List<String>> known() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("id_no", List.of("公民身份号码", "身份证号", "身份证号码", "证件号码", "证件号", "idcard", "sfzh", "gmsfhm"));
        known.put("name", List.of("姓名", "公民姓名", "xm", "username"));
        known.put("gender", List.of("性别", "xb", "sex"));
        known.put("birth_date", List.of("出生日期", "出生年月日", "生日", "csrq", "birthday"));
        known.put("phone", List.of("手机", "手机号", "手机号码", "联系电话", "电话", "lxdh", "mobile", "tel"));
        known.put("address", List.of("地址", "住址", "现住址", "户籍地址", "住所", "dz"));
        known.put("area_code", List.of("行政区划", "行政区划代码", "区划代码", "区划", "xzqh", "areacode"));
        known.put("uscc", List.of("统一社会信用代码", "信用代码", "tyshxydm"));
        known.put("entity_name", List.of("企业名称", "法人名称", "单位名称", "机构名称", "qymc"));
        known.put("updated_at", List.of("更新时间", "修改时间", "gxsj", "updatetime"));
        return known;
    }

    /** Keeps the first rows and then ends the reading. */
    private static final class First implements RowSink {
        private final List<SourceColumn> columns = new ArrayList<>();
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private final List<Long> lines = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();

        @Override
        public void columns(List<SourceColumn> found) {
            columns.clear();
            columns.addAll(found);
        }

        @Override
        public boolean row(long line, @Nullable Object[] cells) {
            rows.add(cells);
            lines.add(line);
            return rows.size() < ROWS;
        }

        @Override
        public boolean broken(long line, String raw, String reason) {
            broken.add("第 " + line + " 行" + reason);
            return broken.size() < ROWS;
        }
    }
}
