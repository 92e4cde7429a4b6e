package cn.gov.jiyuan.platform.records;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook written to the stream every few hundred rows. Texts are written in place, since the table of shared texts
 * would grow with the rows; as texts they never become formulas. A full sheet is followed by another.
 */
final class XlsxSheet implements Sheet {
    static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST = 32_767;
    private static final int FLUSHED = 500;
    private final String name;
    private final List<Column> columns;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int next;

    XlsxSheet(String name, List<Column> columns, OutputStream out) throws IOException {
        this.name = name.replaceAll("[\\\\/?*\\[\\]:]", " ");
        this.columns = columns;
        workbook = new Workbook(new Open(out), "Jiyuan", "1.0");
        sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        String title = name.length() > 24 ? name.substring(0, 24) : name;
        Worksheet fresh = workbook.newWorksheet(sheets == 1 ? title : title + " " + sheets);
        for (int i = 0; i < columns.size(); i++) {
            fresh.inlineString(0, i, columns.get(i).label());
        }
        fresh.freezePane(0, 1);
        next = 1;
        return fresh;
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        if (next == MOST_ROWS) {
            sheet.close();
            sheet = begin();
        }
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i));
        }
        next++;
        if (next % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Cell cell) {
        if (cell.value() instanceof BigDecimal number && number.precision() <= 15) {
            sheet.value(next, column, number);
        } else if (!cell.text().isEmpty()) {
            sheet.inlineString(next, column, printable(cell.text()));
        }
    }

    /** Without characters that XML forbids, and no longer than a cell may be. */
    private static String printable(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        for (int i = 0; i < cut.length(); i++) {
            if (forbidden(cut.charAt(i))) {
                return cut.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
            }
        }
        return cut;
    }

    private static boolean forbidden(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c >= '\uFFFE';
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.finish();
    }

    /** Finishing the workbook must not end the response. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
