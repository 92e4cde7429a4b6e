package cn.gov.jiyuan.platform.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Decision tables (决策表) in DMN with FEEL, {@code decisions/<system>/<decision>.<effective day>.dmn} on the class path;
 * the key is {@code <system>.<decision>}.
 */
public interface Decisions {
    /**
     * Evaluates the version that holds on a day.
     *
     * @param inputs values by the names that the table's input expressions use
     * @return the rows that the hit policy lets through; empty if none fits
     */
    Outcome evaluate(String key, LocalDate on, Map<String, Object> inputs);

    /** Whether each combination of inputs meets a row, and only one if the hit policy wants that. */
    TableCheck check(String key, LocalDate on);

    /**
     * What came out.
     *
     * @param version effective day of the version that was used
     * @param fired the rules that fired, in the order of the table
     */
    record Outcome(String key, LocalDate version, List<Map<String, Object>> rows, List<Fired> fired) {
        /** The value of the first row. */
        public Object single(String output) {
            return Objects.requireNonNull(rows.getFirst().get(output), output);
        }
    }

    /** @param number row of the table, from 1 @param note annotation of the row, may be empty */
    record Fired(int number, String note) {}
}
