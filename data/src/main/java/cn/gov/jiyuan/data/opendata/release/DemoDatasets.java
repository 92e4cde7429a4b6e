package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Datasets of the demonstration: what each is called, and by what query its figures are counted from what the house did. */
final class DemoDatasets {
    static final int MONTHS = 24;

    private DemoDatasets() {}

    /** What a column holds; names of units, areas and items are looked up by their codes. */
    enum Kind {
        TEXT(DataType.TEXT),
        DATE(DataType.DATE),
        INTEGER(DataType.INTEGER),
        UNIT(DataType.TEXT),
        AREA(DataType.TEXT),
        ITEM(DataType.TEXT);

        private final DataType type;

        Kind(DataType type) {
            this.type = type;
        }
    }

    record Field(String name, String title, Kind type) {}

    /**
     * A dataset.
     *
     * @param how how its figures are counted, in a sentence without its end
     * @param sql a query of published views whose columns are those of the dataset, or {@code facade:} and a name
     */
    record Draft(
            String title,
            Theme theme,
            String unit,
            UpdateCycle cycle,
            OpenType open,
            List<String> keywords,
            String how,
            List<Field> columns,
            String sql) {
        List<DataColumn> dataColumns() {
            return columns.stream()
                    .map(field -> DataColumn.of(field.name(), field.title(), field.type().type))
                    .toList();
        }

        boolean byMonth() {
            return columns.getFirst().type() == Kind.DATE;
        }
    }

    /** The first day that is counted. */
    static LocalDate since(LocalDate today) {
        return until(today).minusMonths(MONTHS);
    }

    /** The first day that is not: the month that runs is not whole. */
    static LocalDate until(LocalDate today) {
        return today.withDayOfMonth(1);
    }

    static List<Draft> all() {
        try (InputStream in = Objects.requireNonNull(DemoDatasets.class.getResourceAsStream("/opendata/demo.json"))) {
            return JsonMapper.shared().readValue(in, new TypeReference<List<Draft>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
