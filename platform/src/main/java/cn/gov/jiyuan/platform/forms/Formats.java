package cn.gov.jiyuan.platform.forms;

import java.util.regex.Pattern;

/** Formats of the subset beyond JSON Schema's own. */
final class Formats {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("(0\\d{2,3}-?)?[2-8]\\d{6,7}(-\\d{1,5})?");

    private Formats() {}

    /** Form and check digit; whether the birth lies ahead is for the register of persons, which has the clock. */
    static boolean isPhone(String text) {
        return MOBILE.matcher(text).matches() || LANDLINE.matcher(text).matches();
    }
}
