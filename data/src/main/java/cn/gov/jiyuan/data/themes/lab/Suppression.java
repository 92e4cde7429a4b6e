package cn.gov.jiyuan.data.themes.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Withholds small counts of a table with totals (小样本抑制), and so many others that none can be computed from what is
 * shown (互补抑制). The last row and the last column are the totals.
 *
 * <p>In each row and column the withheld cells are none, or at least two whose sum is not small itself. And a withheld
 * cell must not be fixed by several rows and columns together: in the graph whose nodes are rows and columns and whose
 * edges are withheld cells, an edge has just one possible value when it is a bridge; so none may be a bridge.
 */
final class Suppression {
    private final long[][] counts;
    private final long below;
    private final boolean[][] withheld;

    private Suppression(long[][] counts, long below) {
        this.counts = counts;
        this.below = below;
        this.withheld = new boolean[counts.length][counts[0].length];
    }

    /**
     * @param counts with totals @param below counts from one up to this, exclusive, are small
     * @return which cells are withheld
     */
    static boolean[][] of(long[][] counts, long below) {
        Suppression work = new Suppression(counts, below);
        work.primary();
        while (work.complement()) {
            // Each round withholds one more cell, so this ends.
        }
        return work.withheld;
    }

    private boolean small(long count) {
        return count > 0 && count < below;
    }

    private void primary() {
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[0].length; j++) {
                withheld[i][j] = small(counts[i][j]);
            }
        }
    }

    private record Cell(int row, int column) {}

    private boolean complement() {
        for (List<Cell> line : lines()) {
            if (exposed(line)) {
                Optional<Cell> more = cheapest(line);
                if (more.isPresent()) {
                    withhold(more.get());
                    return true;
                }
            }
        }
        return breakBridge();
    }

    private void withhold(Cell cell) {
        withheld[cell.row()][cell.column()] = true;
    }

    private List<List<Cell>> lines() {
        List<List<Cell>> lines = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            List<Cell> line = new ArrayList<>();
            for (int j = 0; j < counts[0].length; j++) {
                line.add(new Cell(i, j));
            }
            lines.add(line);
        }
        for (int j = 0; j < counts[0].length; j++) {
            List<Cell> line = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                line.add(new Cell(i, j));
            }
            lines.add(line);
        }
        return lines;
    }

    /** Whether the total of a line tells what is withheld in it. */
    private boolean exposed(List<Cell> line) {
        List<Cell> hidden = line.stream()
                .filter(cell -> withheld[cell.row()][cell.column()])
                .toList();
        if (hidden.isEmpty()) {
            return false;
        }
        Cell total = line.getLast();
        long sum = hidden.stream()
                .filter(cell -> !cell.equals(total))
                .mapToLong(cell -> counts[cell.row()][cell.column()])
                .sum();
        return hidden.size() < 2 || (!withheld[total.row()][total.column()] && sum < below);
    }

    /** The smallest count that is not zero; a zero only where nothing else is left, a total last of all. */
    private Optional<Cell> cheapest(List<Cell> line) {
        Cell total = line.getLast();
        return line.stream()
                .filter(cell -> !withheld[cell.row()][cell.column()])
                .min((one, other) -> Long.compare(cost(one, total), cost(other, total)));
    }

    private long cost(Cell cell, Cell total) {
        long count = counts[cell.row()][cell.column()];
        if (cell.equals(total)) {
            return Long.MAX_VALUE;
        }
        return count == 0 ? Long.MAX_VALUE / 2 : count;
    }

    private boolean breakBridge() {
        Optional<Cell> bridge = bridge();
        if (bridge.isEmpty()) {
            return false;
        }
        Optional<Cell> more = cheapest(lines().get(bridge.get().row()));
        if (more.isEmpty()) {
            more = cheapest(lines().get(counts.length + bridge.get().column()));
        }
        more.ifPresent(this::withhold);
        return more.isPresent();
    }

    /** A withheld cell without which its row and its column would no longer hang together. */
    private Optional<Cell> bridge() {
        int rows = counts.length;
        Map<Integer, List<Integer>> graph = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < counts[0].length; j++) {
                if (withheld[i][j]) {
                    graph.computeIfAbsent(i, key -> new ArrayList<>()).add(rows + j);
                    graph.computeIfAbsent(rows + j, key -> new ArrayList<>()).add(i);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < counts[0].length; j++) {
                if (withheld[i][j] && !connected(graph, i, rows + j)) {
                    return Optional.of(new Cell(i, j));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether one node is reached from the other without the edge between them. */
    private boolean connected(Map<Integer, List<Integer>> graph, int from, int to) {
        boolean[] seen = new boolean[counts.length + counts[0].length];
        List<Integer> open = new ArrayList<>(List.of(from));
        seen[from] = true;
        while (!open.isEmpty()) {
            int node = open.removeLast();
            for (int next : graph.getOrDefault(node, List.of())) {
                boolean itself = node == from && next == to;
                if (!itself && !seen[next]) {
                    if (next == to) {
                        return true;
                    }
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return false;
    }

    /** The table with its totals as last row and last column. */
    static long[][] withTotals(long[][] counts) {
        int rows = counts.length;
        int columns = rows == 0 ? 0 : counts[0].length;
        long[][] all = new long[rows + 1][columns + 1];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                all[i][j] = counts[i][j];
                all[i][columns] += counts[i][j];
                all[rows][j] += counts[i][j];
            }
        }
        all[rows][columns] = Arrays.stream(all[rows], 0, columns).sum();
        return all;
    }
}
