package cn.gov.jiyuan.data.exchange.sharing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A condition on the rows that a grant opens (行条件): a column, a comparison and values; never SQL. */
record RowCondition(String column, Comparison comparison, List<String> values) {
    /** How the column is compared. */
    enum Comparison {
        EQUALS("等于"),
        IN("属于"),
        PREFIX("开头是"),
        AT_LEAST("不小于"),
        AT_MOST("不大于");

        private final String label;

        Comparison(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    RowCondition {
        values = List.copyOf(values);
    }

    boolean wellFormed() {
        return !values.isEmpty() && (comparison == Comparison.IN || values.size() == 1);
    }

    /** Whether the values are of the type of the item, by its letter; the beginning of a value may be anything. */
    boolean comparableWith(String type) {
        return comparison == Comparison.PREFIX || values.stream().allMatch(value -> isOf(type, value));
    }

    private static boolean isOf(String type, String value) {
        try {
            switch (type) {
                case "N", "Y", "B", "I", "F" -> new BigDecimal(value);
                case "D" -> LocalDate.parse(value);
                case "T" -> LocalDateTime.parse(value.replace(' ', 'T'));
                default -> {
                    return true;
                }
            }
            return true;
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }
}
