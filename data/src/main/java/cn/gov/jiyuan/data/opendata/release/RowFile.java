package cn.gov.jiyuan.data.opendata.release;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that is written row by row and never held in memory. */
interface RowFile extends Closeable {
    void row(List<? extends @Nullable Object> values) throws IOException;

    static RowFile of(FileFormat format, String title, List<Version.Field> fields, OutputStream out)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvFile(fields, out);
            case JSON -> new JsonFile(fields, out);
            case XLSX -> new XlsxFile(title, fields, out);
        };
    }
}
