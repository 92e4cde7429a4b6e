package cn.gov.jiyuan.support.items;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of a list under its columns. @param line as the spreadsheet counts */
record ImportedRow(int line, Map<ImportColumn, String> cells) {
    static ImportedRow of(int line, List<String> values, Map<ImportColumn, Integer> places) {
        Map<ImportColumn, String> cells = new LinkedHashMap<>();
        places.forEach((column, at) -> cells.put(column, at < values.size() ? values.get(at) : ""));
        return new ImportedRow(line, cells);
    }

    /** The text of a cell; empty if the list has no such column. */
    String get(ImportColumn column) {
        return cells.getOrDefault(column, "");
    }

    boolean isEmpty() {
        return cells.values().stream().allMatch(String::isBlank);
    }

    /** The code that names the row, as written. */
    String code() {
        String code = get(ImportColumn.CODE);
        return code.isBlank() ? get(ImportColumn.BASIC_CODE) : code;
    }
}
