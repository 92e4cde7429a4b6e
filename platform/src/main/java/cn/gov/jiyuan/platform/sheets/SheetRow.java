package cn.gov.jiyuan.platform.sheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of a table under the columns of its import. @param line as the spreadsheet counts */
public record SheetRow(int line, Map<String, String> cells) {
    static SheetRow of(int line, List<String> values, Map<String, Integer> places) {
        Map<String, String> cells = new LinkedHashMap<>();
        places.forEach((column, at) -> cells.put(column, at < values.size() ? values.get(at) : ""));
        return new SheetRow(line, cells);
    }

    /** The text of a cell; empty if the table has no such column. */
    public String get(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean isEmpty() {
        return cells.values().stream().allMatch(String::isBlank);
    }

    /** What came of the row. @param key what names it, a code or a name */
    public Outcome good(String key, String name, String words) {
        return new Outcome(line, true, key, name, words);
    }

    public Outcome bad(String key, String name, List<String> problems) {
        return new Outcome(line, false, key, name, String.join("；", problems));
    }

    /** What came of one row, kept for the report. */
    public record Outcome(int line, boolean good, String key, String name, String words) {}
}
