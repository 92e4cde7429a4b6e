package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.CellFault;
import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a row of the dataset of a row of the source, column by column, and says what is wrong with each cell. */
final class RowMapper {
    private final Dataset dataset;
    private final List<ColumnMapping> mappings;
    /** Places of the mappings' columns in the source; −1 where it has none. */
    private final int[] from;

    private final int[] to;
    private final DataColumn[] targets;
    private final boolean[] demanded;
    private final @Nullable Object[] constant;
    private final List<SourceColumn> columns;
    private Rejected.@Nullable Reason reason;

    /** @param constants values by column of the dataset that no mapping fills */
    RowMapper(Dataset dataset, List<ColumnMapping> mappings, List<SourceColumn> columns, Map<String, Object> constants) {
        this.dataset = dataset;
        this.mappings = mappings;
        this.columns = List.copyOf(columns);
        int count = mappings.size();
        from = new int[count];
        to = new int[count];
        demanded = new boolean[count];
        targets = new DataColumn[count];
        Map<String, Integer> places = places(columns);
        Map<String, Integer> own = new HashMap<>();
        for (int i = 0; i < dataset.columns().size(); i++) {
            own.put(dataset.columns().get(i).name(), i);
        }
        for (int i = 0; i < count; i++) {
            ColumnMapping mapping = mappings.get(i);
            from[i] = places.getOrDefault(mapping.from(), -1);
            targets[i] = dataset.column(mapping.to());
            to[i] = own.get(mapping.to());
            demanded[i] = mapping.required() || dataset.key().contains(mapping.to());
        }
        constant = new Object[dataset.columns().size()];
        constants.forEach((name, value) -> {
            Integer place = own.get(name);
            if (place != null) {
                constant[place] = value;
            }
        });
    }

    static Map<String, Integer> places(List<SourceColumn> columns) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.putIfAbsent(columns.get(i).name(), i);
        }
        return places;
    }

    /** Columns that a mapping asks for and the source does not have. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            if (from[i] < 0) {
                missing.add(mappings.get(i).from());
            }
        }
        return missing;
    }

    List<SourceColumn> columns() {
        return columns;
    }

    /** @param problems takes what is wrong; the row is of use only if nothing is added */
    @Nullable Object[] map(@Nullable Object[] cells, List<Rejected.Problem> problems) {
        @Nullable Object[] row = Arrays.copyOf(constant, constant.length);
        for (int i = 0; i < from.length; i++) {
            Object cell = from[i] < 0 || from[i] >= cells.length ? null : cells[from[i]];
            row[to[i]] = value(i, cell, problems);
        }
        return row;
    }

    private @Nullable Object value(int i, @Nullable Object cell, List<Rejected.Problem> problems) {
        ColumnMapping mapping = mappings.get(i);
        if (cell instanceof CellFault fault) {
            problem(problems, mapping, Rejected.Reason.FORMULA, fault.reason());
            return null;
        }
        Object clean = cell instanceof String text ? mapping.cleaned(text) : cell;
        if (clean != null && !(cell instanceof String) && !mapping.codes().isEmpty()) {
            clean = mapping.cleaned(clean.toString());
        }
        if (clean == null || clean.equals("")) {
            if (demanded[i]) {
                problem(problems, mapping, Rejected.Reason.EMPTY, "为空，但这一列必填");
            }
            return null;
        }
        Object value = Conversion.of(targets[i].type(), clean);
        if (value instanceof Conversion.Refused(String why)) {
            String shown = targets[i].personal() ? "" : "“" + shorten(clean.toString()) + "”";
            problem(problems, mapping, Rejected.Reason.TYPE, shown + why);
            return null;
        }
        return value;
    }

    private void problem(
            List<Rejected.Problem> problems, ColumnMapping mapping, Rejected.Reason kind, String why) {
        if (problems.isEmpty()) {
            reason = kind;
        }
        problems.add(new Rejected.Problem(mapping.from(), why));
    }

    private static String shorten(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** The reason of the first problem of the last row. */
    Rejected.Reason reason() {
        return reason == null ? Rejected.Reason.TYPE : reason;
    }

    /** Whether a column of the source tells of a person; one that is not mapped is taken to do so. */
    boolean personal(String column) {
        List<ColumnMapping> readers =
                mappings.stream().filter(one -> one.from().equals(column)).toList();
        return readers.isEmpty()
                || readers.stream().anyMatch(one -> dataset.column(one.to()).personal());
    }
}
