package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.platform.hub.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what a source holds into the type of a column of the hub, or says why it cannot be (类型转换). */
final class Conversion {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?");
    private static final int LAST_YEAR = 9_999;
    private static final int SCALE = 6;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(32);
    private static final int LONGEST = 1 << 20;

    private Conversion() {}

    /** Not a value, and why. */
    record Refused(String reason) {}

    /** @param value text or what a database gave; never empty @return the value of the type, or {@link Refused} */
    static Object of(DataType type, Object value) {
        return switch (type) {
            case TEXT -> text(value);
            case INTEGER -> integer(value);
            case DECIMAL -> decimal(value);
            case DATE -> date(value);
            case MOMENT -> moment(value);
            case FLAG -> flag(value);
        };
    }

    private static Object text(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        if (text.indexOf('\0') >= 0) {
            return new Refused("含有不可见的空字符");
        }
        return text.length() > LONGEST ? new Refused("超过 " + LONGEST + " 个字符") : text;
    }

    private static Object integer(Object value) {
        try {
            return switch (value) {
                case Long number -> number;
                case Integer number -> number.longValue();
                case Short number -> number.longValue();
                case BigInteger number -> number.longValueExact();
                case Number number -> new BigDecimal(number.toString()).longValueExact();
                default -> plain(value.toString()).longValueExact();
            };
        } catch (NumberFormatException e) {
            return new Refused("不是整数");
        } catch (ArithmeticException e) {
            return new Refused("不是整数，或者超出范围");
        }
    }

    private static Object decimal(Object value) {
        try {
            BigDecimal number = value instanceof BigDecimal exact ? exact : plain(value.toString());
            BigDecimal bare = number.stripTrailingZeros();
            if (bare.scale() > SCALE) {
                return new Refused("小数超过 " + SCALE + " 位");
            }
            return bare.abs().compareTo(MOST) >= 0 ? new Refused("数值过大") : number.setScale(SCALE);
        } catch (NumberFormatException | ArithmeticException e) {
            return new Refused("不是数字");
        }
    }

    /** Digits, with commas between thousands if at all. A long exponent would be a long number: refused. */
    private static BigDecimal plain(String text) {
        if (text.length() > 60 || !text.matches("[+-]?[0-9.,]+(?:[eE][+-]?\\d{1,2})?")) {
            throw new NumberFormatException(text);
        }
        if (text.indexOf(',') >= 0) {
            if (!text.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
                throw new NumberFormatException(text);
            }
            return new BigDecimal(text.replace(",", ""));
        }
        return new BigDecimal(text);
    }

    private static Object date(Object value) {
        Object moment = moment(value);
        if (moment instanceof LocalDateTime at) {
            return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate() : new Refused("是时刻而不是日期");
        }
        return moment;
    }

    private static Object moment(Object value) {
        Object moment = switch (value) {
            case LocalDateTime at -> at;
            case LocalDate day -> day.atStartOfDay();
            case OffsetDateTime at ->
                at.toLocalDateTime().getYear() > LAST_YEAR
                        ? at.toLocalDateTime()
                        : at.atZoneSameInstant(HERE).toLocalDateTime();
            case Instant at -> LocalDateTime.ofInstant(at, HERE);
            default -> read(value.toString());
        };
        boolean far = moment instanceof LocalDateTime at && (at.getYear() < 1 || at.getYear() > LAST_YEAR);
        return far ? new Refused("年份超出范围") : moment;
    }

    private static Object read(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.lookingAt()) {
            return new Refused("不是日期");
        }
        try {
            String month = day.group(2) == null ? day.group(4) : day.group(2);
            String last = day.group(3) == null ? day.group(5) : day.group(3);
            LocalDate date =
                    LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(month), Integer.parseInt(last));
            String rest = text.substring(day.end()).strip();
            if (rest.isEmpty()) {
                return date.atStartOfDay();
            }
            return timed(date, rest.startsWith("T") ? rest.substring(1) : rest);
        } catch (DateTimeException e) {
            return new Refused("没有这一天或者这一时刻");
        }
    }

    private static Object timed(LocalDate date, String rest) {
        Matcher time = TIME.matcher(rest);
        if (!time.lookingAt()) {
            return new Refused("不是日期");
        }
        String fraction = time.group(4) == null ? "0" : time.group(4);
        LocalTime at = LocalTime.of(
                Integer.parseInt(time.group(1)),
                Integer.parseInt(time.group(2)),
                time.group(3) == null ? 0 : Integer.parseInt(time.group(3)),
                Integer.parseInt((fraction + "000000000").substring(0, 9)));
        String zone = rest.substring(time.end()).strip();
        if (zone.isEmpty()) {
            return date.atTime(at);
        }
        String full = zone.matches("[+-]\\d{2}") ? zone + ":00" : zone.equalsIgnoreCase("Z") ? "Z" : zone;
        return date.atTime(at).atZone(ZoneId.of(full)).withZoneSameInstant(HERE).toLocalDateTime();
    }

    private static Object flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        return switch (value.toString().toUpperCase(Locale.ROOT)) {
            case "1", "是", "TRUE", "T", "Y", "YES", "有" -> true;
            case "0", "否", "FALSE", "F", "N", "NO", "无" -> false;
            default -> new Refused("不是“是”或“否”");
        };
    }

    private static final DataType[] GUESSED = {DataType.INTEGER, DataType.DECIMAL, DataType.DATE, DataType.MOMENT};
    /** One wrong value in so many does not hide what a column is meant to hold. */
    private static final int TOLERATED = 10;

    /**
     * The type that values have, all but one in ten: a column of days with one impossible day is one of days, so that the
     * impossible one is rejected rather than kept as a text. For suggestions.
     */
    static DataType guess(Iterable<? extends @Nullable Object> values) {
        int some = 0;
        int[] misfits = new int[DataType.values().length];
        boolean code = false;
        for (Object value : values) {
            if (value == null || value.toString().isBlank()) {
                continue;
            }
            some++;
            Object clean = value instanceof String text ? text.strip() : value;
            for (DataType type : GUESSED) {
                misfits[type.ordinal()] += of(type, clean) instanceof Refused ? 1 : 0;
            }
            // Codes are no numbers: a leading zero would be lost, a citizen's number or credit code is never added up.
            code |= value.toString().strip().matches("0\\d+|\\d{9,}");
        }
        DataType best = DataType.TEXT;
        int fewest = some / TOLERATED;
        for (DataType type : GUESSED) {
            boolean number = type == DataType.INTEGER || type == DataType.DECIMAL;
            int missed = misfits[type.ordinal()];
            if (some > 0 && !(code && number) && (best == DataType.TEXT ? missed <= fewest : missed < fewest)) {
                best = type;
                fewest = missed;
            }
        }
        return best;
    }
}
