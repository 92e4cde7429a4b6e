package cn.gov.jiyuan.platform.records;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table that is written row by row and never held in memory. */
interface Sheet {
    void row(List<Cell> cells) throws IOException;

    /** Finishes the file; leaves the stream open. */
    void close() throws IOException;

    static Sheet of(RecordType type, List<Column> columns, ExportOptions options, OutputStream out) {
        try {
            return switch (options.format()) {
                case CSV -> new CsvSheet(columns, options.byteOrderMark(), out);
                case XLSX -> new XlsxSheet(type.name(), columns, out);
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
