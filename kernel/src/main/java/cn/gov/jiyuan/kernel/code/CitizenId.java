package cn.gov.jiyuan.kernel.code;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/**
 * A citizen's identity number (公民身份号码, GB 11643-1999), always of 18 characters. Its first six digits tell where it
 * was first given and not where its holder is registered: most people of 济源 carry 410881, the code until about 2005,
 * and not 419001; who is local is for the population register to say. Prints masked, so that it cannot slip into a log.
 *
 * @param value the whole number, for storage and comparison
 */
public record CitizenId(String value) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    public CitizenId {
        if (!sound(value)) {
            refuse(value);
        }
    }

    /** Says what is wrong, at length; a sound number is spared this, since tens of millions pass here. */
    private static void refuse(String value) {
        Inspection.accept(CodeKind.CITIZEN_ID, check(value, LocalDate.MAX));
        if (value.length() != 18 || !value.equals(Inspection.normal(value))) {
            throw new IllegalArgumentException("not in the form of 18 characters; parse it");
        }
    }

    /** Whether this is a number of 18 characters in its normal form, by the same rules as {@link #check} without an account. */
    private static boolean sound(String text) {
        if (text.length() != 18 || !digits(text, 17)) {
            return false;
        }
        char province = text.charAt(1);
        boolean area = text.charAt(0) >= '1' && text.charAt(0) <= '8' && province >= '1' && province <= '7';
        return area && realDate(text) && text.charAt(17) == CheckCharacters.citizen(text);
    }

    private static boolean digits(String text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean realDate(String text) {
        int month = number(text, 10, 12);
        int day = number(text, 12, 14);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(number(text, 6, 10), month).lengthOfMonth();
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /**
     * Reads a number as people write it; an old one of 15 digits becomes one of 18.
     *
     * @param today a birth after it is refused
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code}
     */
    public static CitizenId parse(String text, LocalDate today) {
        return new CitizenId(Inspection.accept(CodeKind.CITIZEN_ID, check(text, today)));
    }

    /** Makes a valid number, for demonstrations. The sequence is odd for men, even for women. */
    public static CitizenId of(String area, LocalDate birth, int sequence) {
        StringBuilder body = new StringBuilder(18).append(area);
        padded(body, birth.getYear(), 4);
        padded(body, birth.getMonthValue(), 2);
        padded(body, birth.getDayOfMonth(), 2);
        padded(body, sequence, 3);
        return new CitizenId(body.append(CheckCharacters.citizen(body)).toString());
    }

    private static void padded(StringBuilder body, int number, int width) {
        String digits = String.valueOf(number);
        body.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }

    public static CodeCheck check(String text, LocalDate today) {
        var inspection = new Inspection(text);
        if (lengthAndLetters(inspection)) {
            content(inspection, today);
        }
        return inspection.result();
    }

    private static boolean lengthAndLetters(Inspection inspection) {
        int length = inspection.text().length();
        boolean old = length == 15;
        if (!inspection.rule("长度", old || length == 18, length + " 位", "应为 18 位（旧号 15 位），现为 " + length + " 位")) {
            return false;
        }
        if (!inspection.letters(old ? "[0-9]{15}" : "[0-9]{17}[0-9X]", "只能是数字，末位可以是 X")) {
            return false;
        }
        if (old) {
            String body =
                    inspection.text().substring(0, 6) + "19" + inspection.text().substring(6);
            inspection.rewrite(body + CheckCharacters.citizen(body));
            inspection.rule("旧号升位", true, "15 位旧号已升为 18 位", "");
        }
        return true;
    }

    private static void content(Inspection inspection, LocalDate today) {
        String text = inspection.text();
        inspection.rule("地址码", text.matches("[1-8][1-7].*"), "前六位 " + text.substring(0, 6), "前六位不是行政区划代码");
        try {
            LocalDate birth = LocalDate.parse(text.substring(6, 14), DATE);
            inspection.rule("出生日期", !birth.isAfter(today), "日期真实", "出生日期晚于今天");
        } catch (DateTimeParseException e) {
            inspection.rule("出生日期", false, "", "第 7 至 14 位不是真实的日期");
        }
        inspection.checkCharacter(CheckCharacters.citizen(text));
    }

    public LocalDate birth() {
        return LocalDate.of(number(value, 6, 10), number(value, 10, 12), number(value, 12, 14));
    }

    /** Full years of age on the day; a birthday counts on its day. */
    public int ageOn(LocalDate day) {
        return Period.between(birth(), day).getYears();
    }

    public Gender gender() {
        return (value.charAt(16) - '0') % 2 == 1 ? Gender.MALE : Gender.FEMALE;
    }

    /** Where the number was first given; says nothing about where its holder is registered now. */
    public String areaPrefix() {
        return value.substring(0, 6);
    }

    /** 419***********0015. */
    public String masked() {
        return Masking.middle(value, 3, 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
