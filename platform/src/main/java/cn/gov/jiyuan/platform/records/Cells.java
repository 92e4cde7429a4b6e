package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes cells of stored values: opens, masks, labels. */
final class Cells {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final RecordType type;
    private final PersonalCipher cipher;

    Cells(RecordType type, PersonalCipher cipher) {
        this.type = type;
        this.cipher = cipher;
    }

    Cell cell(StoredRow row, Column column, boolean inClear, ReferenceLabels labels) {
        Object value = row.value(column);
        if (value == null) {
            return Cell.EMPTY;
        }
        if (column.isMasked() && !inClear) {
            return Cell.masked(column.protection().mask().of(clear(row, column, value)));
        }
        return open(row, column, value, labels);
    }

    /** What people read of a value, without regard to masks; for comparing what was with what is. */
    String clear(StoredRow row, Column column, Object value) {
        return value instanceof byte[] sealed ? opened(row.key(), column, sealed) : written(column, value);
    }

    /** The value as the URL and a form write it. */
    static String written(Column column, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case OffsetDateTime moment
            when column.kind() instanceof Kind.Moment ->
                moment.atZoneSameInstant(Where.ZONE).toOffsetDateTime().toString();
            default -> value.toString();
        };
    }

    private Cell open(StoredRow row, Column column, Object value, ReferenceLabels labels) {
        return switch (column.kind()) {
            case Kind.Text text -> plain(value);
            case Kind.JsonPath path -> plain(value);
            case Kind.Code(Dictionary dictionary) -> Cell.of(value, dictionary.label(value.toString()));
            case Kind.Reference(String target) -> Cell.of(value, labels.label(target, value.toString()));
            case Kind.Number number -> Cell.of(value, ((BigDecimal) value).toPlainString());
            case Kind.Money money -> Cell.of(value, money((BigDecimal) value));
            case Kind.Date date -> Cell.of(value.toString(), ((LocalDate) value).toString());
            case Kind.Moment moment -> Cell.of(written(column, value), minute((OffsetDateTime) value));
            case Kind.Flag flag -> Cell.of(value, (Boolean) value ? "是" : "否");
            case Kind.Personal personal -> plain(opened(row.key(), column, (byte[]) value));
        };
    }

    private static Cell plain(Object value) {
        return Cell.of(value, value.toString());
    }

    static String money(BigDecimal yuan) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(yuan);
    }

    private static String minute(OffsetDateTime moment) {
        return MINUTE.format(moment.atZoneSameInstant(Where.ZONE));
    }

    String opened(String key, Column column, byte[] sealed) {
        return cipher.open(sealedAs(column), UUID.fromString(key), sealed);
    }

    String sealedAs(Column column) {
        Kind.Personal personal = (Kind.Personal) column.kind();
        return personal.sealedAs().isEmpty() ? type.source() + "." + column.sql() : personal.sealedAs();
    }
}
