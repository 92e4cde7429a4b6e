package cn.gov.jiyuan.data.exchange.sharing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A file of a delivery. Its first line, or the head of each printed sheet, says for whom and under which number it was made. */
abstract class DeliveryFile {
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final List<RequestedField> fields;
    final String mark;
    private final String serial;

    private DeliveryFile(List<RequestedField> fields, String serial, String mark) {
        this.fields = fields;
        this.serial = serial;
        this.mark = mark;
    }

    static DeliveryFile of(DeliveryStore.Delivery delivery, Grant grant, long snapshot, LocalDate day) {
        String mark = "交付编号 " + delivery.serial() + "，仅供" + grant.unitName() + "用于“" + delivery.purpose() + "”，" + "“"
                + grant.resourceName() + "”版本 " + snapshot + "，" + day + "，不得转给他人";
        return delivery.format().equals("XLSX")
                ? new Excel(grant.fields(), delivery.serial(), mark)
                : new Csv(grant.fields(), delivery.serial(), mark);
    }

    abstract void row(Map<String, @Nullable Object> values);

    abstract byte[] content();

    abstract String mediaType();

    String name() {
        return serial + (this instanceof Excel ? ".xlsx" : ".csv");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** With a byte order mark, so that spreadsheets read it as UTF-8. */
    private static final class Csv extends DeliveryFile {
        private final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);

        Csv(List<RequestedField> fields, String serial, String mark) {
            super(fields, serial, mark);
            line("\uFEFF# " + mark);
            line(fields.stream().map(field -> quoted(field.title())).collect(Collectors.joining(",")));
        }

        @Override
        void row(Map<String, @Nullable Object> values) {
            line(fields.stream()
                    .map(field -> quoted(harmless(text(values.get(field.name())))))
                    .collect(Collectors.joining(",")));
        }

        private void line(String text) {
            try {
                writer.write(text + "\r\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String harmless(String text) {
            return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }

        private static String quoted(String text) {
            boolean special = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
            return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
        }

        @Override
        byte[] content() {
            try {
                writer.flush();
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        String mediaType() {
            return "text/csv";
        }
    }

    /** The mark stands in the first row and at the head of each printed page. */
    private static final class Excel extends DeliveryFile {
        private static final int FLUSH = 1_000;
        private final Workbook book;
        private final Worksheet sheet;
        private int next = 2;

        Excel(List<RequestedField> fields, String serial, String mark) {
            super(fields, serial, mark);
            book = new Workbook(out, "jiyuan", "1.0");
            sheet = book.newWorksheet("数据");
            sheet.value(0, 0, mark);
            for (int i = 0; i < fields.size(); i++) {
                sheet.value(1, i, fields.get(i).title());
            }
        }

        @Override
        void row(Map<String, @Nullable Object> values) {
            for (int i = 0; i < fields.size(); i++) {
                sheet.value(next, i, text(values.get(fields.get(i).name())));
            }
            if (++next % FLUSH == 0) {
                try {
                    sheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        byte[] content() {
            try {
                book.finish();
                return out.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        String mediaType() {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
    }
}
