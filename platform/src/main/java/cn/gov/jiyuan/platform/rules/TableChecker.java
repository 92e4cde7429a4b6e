package cn.gov.jiyuan.platform.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tries every combination of inputs that a table can tell apart: each named text and one unnamed, each bound of a number
 * and one value between two bounds. Input values that the table declares limit what is tried.
 */
final class TableChecker {
    private static final long MOST_COMBINATIONS = 200_000;
    private static final int EXAMPLES = 5;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** @param allowed declared input values, empty if any @param unique whether only one row may fit */
    record Table(List<String> inputs, List<String> allowed, List<List<String>> rows, boolean unique) {}

    private TableChecker() {}

    static TableCheck check(Table table) {
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> parsed = new ArrayList<>();
            for (int column = 0; column < table.inputs().size(); column++) {
                Cell cell = Cell.parse(table.rows().get(row).get(column));
                if (cell == null) {
                    return skipped("第 " + (row + 1) + " 行“" + table.inputs().get(column) + "”的条件不是枚举或数值区间");
                }
                parsed.add(cell);
            }
            cells.add(parsed);
        }
        List<List<Cell.Sample>> samples = new ArrayList<>();
        long combinations = 1;
        for (int column = 0; column < table.inputs().size(); column++) {
            Cell allowed = Cell.parse(table.allowed().get(column));
            int each = column;
            samples.add(samples(
                    cells.stream().map(row -> row.get(each)).toList(), allowed == null ? Cell.parse("") : allowed));
            combinations *= samples.getLast().size();
            if (combinations > MOST_COMBINATIONS) {
                return skipped("组合超过 " + MOST_COMBINATIONS + " 种");
            }
        }
        return tried(table, cells, samples, combinations);
    }

    private static TableCheck tried(
            Table table, List<List<Cell>> cells, List<List<Cell.Sample>> samples, long combinations) {
        List<TableCheck.Example> uncovered = new ArrayList<>();
        List<TableCheck.Example> conflicting = new ArrayList<>();
        for (long number = 0; number < combinations; number++) {
            List<Cell.Sample> combination = combination(samples, number);
            List<Integer> met = met(cells, combination);
            if (met.isEmpty() && uncovered.size() < EXAMPLES) {
                uncovered.add(example(table, combination, met));
            } else if (met.size() > 1 && table.unique() && conflicting.size() < EXAMPLES) {
                conflicting.add(example(table, combination, met));
            }
        }
        return new TableCheck(combinations, uncovered, conflicting, "");
    }

    private static List<Cell.Sample> combination(List<List<Cell.Sample>> samples, long number) {
        List<Cell.Sample> combination = new ArrayList<>();
        long rest = number;
        for (List<Cell.Sample> column : samples) {
            combination.add(column.get((int) (rest % column.size())));
            rest /= column.size();
        }
        return combination;
    }

    private static List<Integer> met(List<List<Cell>> cells, List<Cell.Sample> combination) {
        List<Integer> met = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            boolean all = true;
            for (int column = 0; column < combination.size() && all; column++) {
                all = cells.get(row).get(column).accepts(combination.get(column));
            }
            if (all) {
                met.add(row + 1);
            }
        }
        return met;
    }

    private static TableCheck.Example example(Table table, List<Cell.Sample> combination, List<Integer> rows) {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (int column = 0; column < combination.size(); column++) {
            inputs.put(table.inputs().get(column), combination.get(column).shown());
        }
        return new TableCheck.Example(inputs, rows);
    }

    private static List<Cell.Sample> samples(List<Cell> column, @Nullable Cell allowed) {
        TreeSet<String> texts = new TreeSet<>();
        TreeSet<BigDecimal> bounds = new TreeSet<>();
        column.forEach(cell -> texts.addAll(cell.texts()));
        column.forEach(cell -> bounds.addAll(cell.bounds()));
        if (allowed != null) {
            texts.addAll(allowed.texts());
            bounds.addAll(allowed.bounds());
        }
        List<Cell.Sample> samples = bounds.isEmpty() ? texts(texts) : numbers(new ArrayList<>(bounds));
        return allowed == null
                ? samples
                : samples.stream().filter(allowed::accepts).toList();
    }

    private static List<Cell.Sample> texts(TreeSet<String> texts) {
        List<Cell.Sample> samples = new ArrayList<>();
        texts.forEach(text -> samples.add(new Cell.Sample(text, text, null)));
        boolean truth = !texts.isEmpty() && List.of("true", "false").containsAll(texts);
        if (truth) {
            samples.clear();
            samples.add(new Cell.Sample("true", "true", null));
            samples.add(new Cell.Sample("false", "false", null));
        } else {
            samples.add(new Cell.Sample(texts.isEmpty() ? "任意" : "其他", null, null));
        }
        return samples;
    }

    private static List<Cell.Sample> numbers(List<BigDecimal> bounds) {
        List<Cell.Sample> samples = new ArrayList<>();
        samples.add(number(bounds.getFirst().subtract(BigDecimal.ONE)));
        for (int i = 0; i < bounds.size(); i++) {
            samples.add(number(bounds.get(i)));
            samples.add(number(
                    i + 1 < bounds.size()
                            ? bounds.get(i).add(bounds.get(i + 1)).divide(TWO)
                            : bounds.get(i).add(BigDecimal.ONE)));
        }
        return samples;
    }

    private static Cell.Sample number(BigDecimal number) {
        return new Cell.Sample(number.toPlainString(), null, number);
    }

    private static TableCheck skipped(String why) {
        return new TableCheck(0, List.of(), List.of(), why);
    }
}
