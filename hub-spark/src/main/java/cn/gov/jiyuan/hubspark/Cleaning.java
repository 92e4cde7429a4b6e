package cn.gov.jiyuan.hubspark;

import cn.gov.jiyuan.platform.hub.pipeline.CheckDigits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions of declarations, value by value as DuckDB computes them; null gives null. */
final class Cleaning {
    private static final Pattern DATE = Pattern.compile("([1-9][0-9]{3})-?([0-9]{2})-?([0-9]{2})");
    private static final Pattern MOMENT = Pattern.compile(
            "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}([ T](([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]" + "(\\.[0-9]{1,6})?)?))?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    private static final String GROUPED = "[0-9](?:_?[0-9])*";
    /** What DuckDB takes for a number: also with a point, an exponent, and underscores between digits, or in another base. */
    private static final Pattern NUMBER = Pattern.compile(
            "([+-]?)(?=\\.?[0-9])(" + GROUPED + ")?(?:\\.((?:" + GROUPED + ")?))?(?:[eE]([+-]?" + GROUPED + ")\\.?)?");

    private static final Pattern BASED =
            Pattern.compile("0(?:[xX]([0-9a-fA-F](?:_?[0-9a-fA-F])*)|[bB]([01](?:_?[01])*))");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\x0B\\f\\r]*");
    private static final int LONGEST_EXPONENT = 40;
    private static final long JIYUAN = 419001000000L;

    private Cleaning() {}

    static @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = trimmed(text).replace(" ", "").replace("　", "");
        return clean.isEmpty() ? null : clean;
    }

    static @Nullable String code(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = trimmed(text).replace(" ", "");
        StringBuilder upper = new StringBuilder(clean.length());
        clean.codePoints().map(Cleaning::upper).forEach(upper::appendCodePoint);
        return upper.isEmpty() ? null : upper.toString();
    }

    /** Java alone knows no single capital of ß. */
    private static int upper(int letter) {
        return letter == 'ß' ? 'ẞ' : Character.toUpperCase(letter);
    }

    /** Without the white space of any script at both ends. */
    private static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && Character.getType(text.charAt(begin)) == Character.SPACE_SEPARATOR) {
            begin++;
        }
        while (end > begin && Character.getType(text.charAt(end - 1)) == Character.SPACE_SEPARATOR) {
            end--;
        }
        return text.substring(begin, end);
    }

    static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.length() != 10 && text.length() != 8) {
            return null;
        }
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        return day(parts.group(1), parts.group(2), parts.group(3));
    }

    private static @Nullable LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalDateTime moment(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher parts = MOMENT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        LocalDate day = day(text.substring(0, 4), text.substring(5, 7), text.substring(8, 10));
        String time = parts.group(2);
        return day == null ? null : day.atTime(time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time));
    }

    static @Nullable Long whole(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return DIGITS.matcher(text).matches() ? (Long) Long.parseLong(text) : lenient(text);
    }

    private static @Nullable Long lenient(String text) {
        Matcher begin = SPACES.matcher(text);
        int from = begin.lookingAt() ? begin.end() : 0;
        int to = text.length();
        while (to > from && SPACES.matcher(text.substring(to - 1)).matches()) {
            to--;
        }
        Matcher based = BASED.matcher(text.substring(from));
        if (based.matches()) {
            return based.group(1) == null ? fitting(based.group(2), 2) : fitting(based.group(1), 16);
        }
        Matcher number = NUMBER.matcher(text.substring(from, to));
        return number.matches()
                ? rounded(
                        number.group(1).equals("-"),
                        plain(number.group(2)),
                        plain(number.group(3)),
                        plain(number.group(4)))
                : null;
    }

    private static @Nullable Long fitting(String digits, int base) {
        return fitting(new BigInteger(plain(digits), base));
    }

    private static @Nullable Long fitting(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Long) number.longValue() : null;
    }

    private static @Nullable Long rounded(boolean negative, String digits, String fraction, String exponent) {
        BigInteger power = exponent.isEmpty() ? BigInteger.ZERO : new BigInteger(exponent);
        if (power.bitLength() >= Short.SIZE) {
            return null;
        }
        BigDecimal value = new BigDecimal("0" + digits + "." + fraction + "0");
        if (value.signum() == 0) {
            return 0L;
        }
        if (power.intValue() > LONGEST_EXPONENT) {
            return null;
        }
        BigInteger whole = value.scaleByPowerOfTen(power.intValue())
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
        return fitting(negative ? whole.negate() : whole);
    }

    private static String plain(@Nullable String digits) {
        return digits == null ? "" : digits.replace("_", "");
    }

    static @Nullable Long mobile(@Nullable String text) {
        if (text != null && length(text) != 11 && text.startsWith("+86")) {
            return whole(text.substring(3).replace("-", ""));
        }
        return whole(text);
    }

    static @Nullable Long area(@Nullable String text) {
        if (text != null && length(text) == 12 && text.startsWith("410881")) {
            Long rest = whole(text.substring(6));
            return rest == null ? null : (Long) (JIYUAN + rest);
        }
        return whole(text);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static @Nullable Long citizenKey(@Nullable String text) {
        if (text == null || length(text) != 18) {
            return null;
        }
        int last = text.offsetByCodePoints(0, 17);
        Long digits = whole(text.substring(0, last));
        return CheckDigits.citizen(digits == null ? 0 : digits) == text.codePointAt(last) ? digits : null;
    }

    static @Nullable String citizenNumber(@Nullable Long key) {
        return key == null || key <= 0 ? null : key + String.valueOf((char) CheckDigits.citizen(key));
    }

    static @Nullable Long citizenBirth(@Nullable Long key) {
        return key == null ? null : (Long) (key / 1000 % 100_000_000);
    }

    static @Nullable Long citizenGender(@Nullable Long key) {
        return key == null ? null : (Long) (2 - key % 2);
    }

    static @Nullable Boolean uscc(@Nullable String text) {
        return text == null ? null : (Boolean) CheckDigits.uscc(text);
    }

    static @Nullable Long dayNumber(@Nullable LocalDate date) {
        return date == null
                ? null
                : (Long) (date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth());
    }
}
