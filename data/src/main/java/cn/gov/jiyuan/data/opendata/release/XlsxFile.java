package cn.gov.jiyuan.data.opendata.release;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook written to the stream every few hundred rows; a full sheet is followed by another. */
final class XlsxFile implements RowFile {
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST = 32_767;
    private static final int FLUSHED = 500;
    private static final int LONGEST_TITLE = 24;

    private final String title;
    private final List<Version.Field> fields;
    private final OutputStream out;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int next;

    XlsxFile(String title, List<Version.Field> fields, OutputStream out) throws IOException {
        String name = title.replaceAll("[\\\\/?*\\[\\]:]", " ");
        this.title = name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name;
        this.fields = fields;
        this.out = out;
        workbook = new Workbook(out, "Jiyuan", "1.0");
        sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        Worksheet fresh = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        for (int i = 0; i < fields.size(); i++) {
            fresh.inlineString(0, i, fields.get(i).title());
        }
        fresh.freezePane(0, 1);
        next = 1;
        return fresh;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (next == MOST_ROWS) {
            sheet.close();
            sheet = begin();
        }
        for (int i = 0; i < values.size(); i++) {
            write(i, values.get(i));
        }
        next++;
        if (next % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void write(int column, @Nullable Object value) {
        if (value instanceof BigDecimal number && number.precision() <= 15) {
            sheet.value(next, column, number.stripTrailingZeros());
        } else if (value instanceof Long number && Math.abs(number) < 1_000_000_000_000_000L) {
            sheet.value(next, column, number);
        } else if (value != null) {
            sheet.inlineString(next, column, printable(CsvFile.plain(value)));
        }
    }

    /** Without characters that XML forbids, and no longer than a cell may be. */
    private static String printable(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        return cut.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.finish();
        out.close();
    }
}
