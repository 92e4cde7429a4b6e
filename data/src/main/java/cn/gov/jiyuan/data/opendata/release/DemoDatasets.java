package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.kernel.area.Divisions;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** Figures for the demonstration: real titles, invented numbers, the same on every machine. */
final class DemoDatasets {
    private static final int MONTHS = 24;
    private static final int YEARS = 8;

    private DemoDatasets() {}

    /** @param by town, month or year @param measures titles of the numbers */
    record Draft(
            int number,
            String title,
            Theme theme,
            String unit,
            String by,
            List<String> measures,
            UpdateCycle cycle,
            List<String> keywords,
            OpenType open) {
        List<DataColumn> columns() {
            List<DataColumn> columns = new ArrayList<>();
            switch (by) {
                case "town" -> columns.add(DataColumn.of("town", "镇（街道）", DataType.TEXT));
                case "month" -> columns.add(DataColumn.of("month", "月份", DataType.DATE));
                default -> columns.add(DataColumn.of("year", "年份", DataType.INTEGER));
            }
            for (int i = 0; i < measures.size(); i++) {
                columns.add(DataColumn.of("value" + (i + 1), measures.get(i), DataType.INTEGER));
            }
            return columns;
        }

        List<Object[]> rows(LocalDate today) {
            SplittableRandom random = new SplittableRandom(419_001L + number);
            long[] scale = measures.stream()
                    .mapToLong(m -> 40L + random.nextInt(4_000))
                    .toArray();
            List<Object[]> rows = new ArrayList<>();
            for (Object label : labels(today)) {
                Object[] row = new Object[measures.size() + 1];
                row[0] = label;
                for (int i = 0; i < scale.length; i++) {
                    row[i + 1] = scale[i] / 2 + random.nextLong(scale[i]);
                }
                rows.add(row);
            }
            return rows;
        }

        private List<Object> labels(LocalDate today) {
            List<Object> labels = new ArrayList<>();
            LocalDate month = today.withDayOfMonth(1);
            switch (by) {
                case "town" -> Divisions.jiyuan().towns().forEach(town -> labels.add(town.name()));
                case "month" -> {
                    for (int back = MONTHS; back > 0; back--) {
                        labels.add(month.minusMonths(back));
                    }
                }
                default -> {
                    for (int back = YEARS; back > 0; back--) {
                        labels.add((long) today.getYear() - back);
                    }
                }
            }
            return labels;
        }

        LocalDate from(LocalDate today) {
            return switch (by) {
                case "month" -> today.withDayOfMonth(1).minusMonths(MONTHS);
                case "year" -> LocalDate.of(today.getYear() - YEARS, 1, 1);
                default -> today.withDayOfYear(1);
            };
        }
    }

    static List<Draft> all() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoDatasets.class.getResourceAsStream("/opendata/demo.csv")),
                StandardCharsets.UTF_8))) {
            List<Draft> drafts = new ArrayList<>();
            for (String line : reader.lines().filter(text -> !text.isBlank()).toList()) {
                String[] parts = line.split(";", -1);
                drafts.add(new Draft(
                        drafts.size() + 1,
                        parts[0],
                        Theme.valueOf(parts[1]),
                        parts[2],
                        parts[3],
                        List.of(parts[4].split(",")),
                        UpdateCycle.valueOf(parts[5]),
                        List.of(parts[6].split(",")),
                        OpenType.valueOf(parts[7])));
            }
            return drafts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
