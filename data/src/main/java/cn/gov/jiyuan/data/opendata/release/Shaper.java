package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.anonymity.Ladder;
import cn.gov.jiyuan.data.opendata.anonymity.Outcome;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a row of the source into the row that is published: coarser, or not at all, with small counts hidden (小单元抑制). */
final class Shaper {
    private final List<OpenColumn> columns;
    private final List<OpenColumn> quasi;
    private final Outcome outcome;
    private final boolean anonymous;
    private final long smallest;
    private long rows;
    private long suppressed;
    private long hidden;

    /** @param anonymous false for data given to known people by agreement, who get them as they are */
    Shaper(List<OpenColumn> plan, Outcome outcome, boolean anonymous, long smallest) {
        this.columns = plan.stream().filter(OpenColumn::released).toList();
        this.quasi = columns.stream()
                .filter(column -> column.role() == ColumnRole.QUASI)
                .toList();
        this.outcome = outcome;
        this.anonymous = anonymous;
        this.smallest = smallest;
    }

    String query() {
        return "select "
                + columns.stream().map(column -> Sql.name(column.name())).collect(Collectors.joining(", "))
                + " from data";
    }

    /** Null if the row is left out. */
    @Nullable
    List<@Nullable Object> shape(DataSession.Row row) {
        List<@Nullable Object> values = new ArrayList<>(row.values());
        if (anonymous && !quasi.isEmpty()) {
            List<String> group = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                OpenColumn column = columns.get(i);
                if (column.role() == ColumnRole.QUASI) {
                    Object value = values.get(i);
                    int level = level(column);
                    String coarse = column.ladder().at(value == null ? "" : value.toString(), level);
                    group.add(coarse);
                    values.set(i, isCoarse(column) ? coarse : value);
                }
            }
            if (outcome.suppressed().contains(group)) {
                suppressed++;
                return null;
            }
        }
        hideSmall(values);
        rows++;
        return values;
    }

    private void hideSmall(List<@Nullable Object> values) {
        for (int i = 0; anonymous && i < columns.size(); i++) {
            if (columns.get(i).role() == ColumnRole.COUNT
                    && values.get(i) instanceof Long count
                    && count > 0
                    && count < smallest) {
                values.set(i, null);
                hidden++;
            }
        }
    }

    private int level(OpenColumn column) {
        return outcome.levels().get(quasi.indexOf(column));
    }

    private boolean isCoarse(OpenColumn column) {
        return anonymous && column.role() == ColumnRole.QUASI && column.ladder() != Ladder.NONE && level(column) > 0;
    }

    List<String> quasi() {
        return quasi.stream().map(OpenColumn::name).toList();
    }

    List<Version.Field> fields() {
        return columns.stream()
                .map(column -> new Version.Field(
                        column.name(),
                        column.title(),
                        (isCoarse(column) ? DataType.TEXT : column.type()).name(),
                        isCoarse(column) ? column.ladder().label(level(column)) : ""))
                .toList();
    }

    List<DataColumn> served() {
        return columns.stream()
                .map(column ->
                        DataColumn.of(column.name(), column.title(), isCoarse(column) ? DataType.TEXT : column.type()))
                .toList();
    }

    long rows() {
        return rows;
    }

    long suppressed() {
        return suppressed;
    }

    long hidden() {
        return hidden;
    }
}
