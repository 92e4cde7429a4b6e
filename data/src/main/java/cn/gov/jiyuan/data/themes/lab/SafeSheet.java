package cn.gov.jiyuan.data.themes.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The result of a job as CSV that may leave the space: sums only, small ones withheld. */
final class SafeSheet {
    /** Stands where a count is withheld. */
    static final String WITHHELD = "*";

    private SafeSheet() {}

    static String of(MiningJob job, long below) {
        String result = String.valueOf(job.result());
        List<List<String>> lines = switch (job.spec().algorithm()) {
            case CROSS_TABLE -> crossTable(JsonMapper.shared().readValue(result, Algorithms.CrossTable.class), below);
            case K_MEANS -> clusters(JsonMapper.shared().readValue(result, Algorithms.Clusters.class), below);
            case HOLT_WINTERS -> series(JsonMapper.shared().readValue(result, Algorithms.Series.class), below);
        };
        List<List<String>> all = new ArrayList<>(lines);
        all.add(List.of());
        all.add(List.of(
                "数据集",
                job.spec().dataset(),
                "快照",
                String.valueOf(job.snapshot()),
                "说明",
                "小于 " + below + " 的计数和可以推算它们的计数以 * 代替"));
        return "\uFEFF" + all.stream().map(SafeSheet::line).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<List<String>> crossTable(Algorithms.CrossTable table, long below) {
        long[][] counts = Suppression.withTotals(table.counts());
        boolean[][] withheld = Suppression.of(counts, below);
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(table.rowTitle() + " \\ " + table.columnTitle()));
        head.addAll(table.columns());
        head.add("合计");
        lines.add(head);
        for (int i = 0; i < counts.length; i++) {
            List<String> line = new ArrayList<>(
                    List.of(i < table.rows().size() ? table.rows().get(i) : "合计"));
            for (int j = 0; j < counts[i].length; j++) {
                line.add(withheld[i][j] ? WITHHELD : String.valueOf(counts[i][j]));
            }
            lines.add(line);
        }
        return lines;
    }

    /** A small cluster is left out with its centre; a single one would be told by the sum, so the smallest goes with it. */
    private static List<List<String>> clusters(Algorithms.Clusters result, long below) {
        List<KMeans.Cluster> known = new ArrayList<>(result.clusters());
        known.sort((one, other) -> Integer.compare(one.size(), other.size()));
        int hidden =
                (int) known.stream().filter(cluster -> cluster.size() < below).count();
        hidden = hidden == 0 ? 0 : Math.min(known.size(), Math.max(2, hidden));
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("类", "行数"));
        head.addAll(result.fields().stream().map(field -> field + "均值").toList());
        lines.add(head);
        for (int i = known.size() - 1; i >= 0; i--) {
            List<String> line = new ArrayList<>(List.of(String.valueOf(known.size() - i)));
            if (i < hidden) {
                line.addAll(Collections.nCopies(result.fields().size() + 1, WITHHELD));
            } else {
                line.add(String.valueOf(known.get(i).size()));
                known.get(i).centre().forEach(value -> line.add(String.valueOf(value)));
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<List<String>> series(Algorithms.Series series, long below) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("月份", "行数", "预测"));
        for (int i = 0; i < series.months().size(); i++) {
            long value = series.values().get(i);
            lines.add(
                    List.of(series.months().get(i), value > 0 && value < below ? WITHHELD : String.valueOf(value), ""));
        }
        for (int i = 0; i < series.ahead().size(); i++) {
            lines.add(List.of(
                    series.ahead().get(i),
                    "",
                    String.valueOf(series.forecast().ahead().get(i))));
        }
        lines.add(List.of("MAPE", series.forecast().mape() + "%", series.unfit() ? "不可用于决策" : ""));
        return lines;
    }

    /** A cell that a spreadsheet would take for a formula is told as text. */
    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s)[=+@-].*") && !cell.matches("-?[\\d.]+%?") ? "'" + cell : cell)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
