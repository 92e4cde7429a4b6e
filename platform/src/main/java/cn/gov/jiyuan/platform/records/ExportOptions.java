package cn.gov.jiyuan.platform.records;

/**
 * How to export.
 *
 * @param format the format
 * @param byteOrderMark whether a CSV begins with one, without which Excel misreads Chinese
 * @param purpose why personal data must be in clear; empty leaves them masked
 */
public record ExportOptions(ExportFormat format, boolean byteOrderMark, String purpose) {
    public static ExportOptions csv() {
        return new ExportOptions(ExportFormat.CSV, true, "");
    }

    public static ExportOptions xlsx() {
        return new ExportOptions(ExportFormat.XLSX, false, "");
    }

    public ExportOptions inClearFor(String why) {
        return new ExportOptions(format, byteOrderMark, why);
    }
}
