package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.sheets.SheetRow;
import java.util.List;

/** One row of a list of items. */
record ImportedRow(SheetRow row) {
    /** The text of a cell; empty if the list has no such column. */
    String get(ImportColumn column) {
        return row.get(column.name());
    }

    /** The code that names the row, as written. */
    String code() {
        String code = get(ImportColumn.CODE);
        return code.isBlank() ? get(ImportColumn.BASIC_CODE) : code;
    }

    SheetRow.Outcome good(String code, String words) {
        return row.good(code, get(ImportColumn.NAME), words);
    }

    SheetRow.Outcome bad(List<String> problems) {
        return row.bad(code(), get(ImportColumn.NAME), problems);
    }
}
