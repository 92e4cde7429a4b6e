package cn.gov.jiyuan.data.exchange.collecting.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of records whose fields have names: each new name becomes a further column. */
public final class FieldRows {
    private static final int MOST_COLUMNS = 2_000;
    private final RowSink sink;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<SourceColumn> columns = new ArrayList<>();
    private @Nullable Object[] cells = new Object[32];
    private boolean grown;

    public FieldRows(RowSink sink) {
        this.sink = sink;
    }

    void put(String name, @Nullable Object value) {
        Integer place = places.get(name);
        if (place == null) {
            place = columns.size();
            if (place == MOST_COLUMNS) {
                throw new UnreadableException("记录的字段超过 " + MOST_COLUMNS + " 个");
            }
            places.put(name, place);
            columns.add(new SourceColumn(name, kind(value)));
            cells = place == cells.length ? Arrays.copyOf(cells, place * 2) : cells;
            grown = true;
        } else if (value != null && columns.get(place).type().isEmpty()) {
            columns.set(place, new SourceColumn(name, kind(value)));
            grown = true;
        }
        cells[place] = value;
    }

    /** Hands the record over and begins the next. */
    boolean end(long line) {
        if (grown) {
            sink.columns(List.copyOf(columns));
            grown = false;
        }
        boolean go = sink.row(line, Arrays.copyOf(cells, columns.size()));
        Arrays.fill(cells, null);
        return go;
    }

    /** Gives up what was put since the last record. */
    void forget() {
        Arrays.fill(cells, null);
    }

    private static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> "number";
            case Boolean flag -> "boolean";
            default -> "text";
        };
    }
}
