package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.sheets.SheetRow;
import cn.gov.jiyuan.platform.sheets.SheetTaker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The reading of one list of items (清单导入): row by row, each code once. */
abstract class ListReading implements SheetTaker.Taking {
    private final Set<String> seen;

    /** @param taken codes of the rows that were good before an interruption */
    ListReading(Set<String> taken) {
        this.seen = new HashSet<>(taken);
    }

    @Override
    public List<SheetRow.Outcome> take(List<SheetRow> rows) {
        return rows.stream().map(row -> judge(new ImportedRow(row))).toList();
    }

    /** What came of one row. */
    abstract SheetRow.Outcome judge(ImportedRow row);

    /** Takes a good row unless its code was there before. @param work takes it and says so */
    final SheetRow.Outcome once(ImportedRow row, String code, Supplier<String> work) {
        return seen.add(code) ? row.good(code, work.get()) : row.bad(List.of("重复：编码 " + code + " 在本文件中已经出现过"));
    }
}
