package cn.gov.jiyuan.data.opendata.anonymity;

import java.util.List;

/** How a quasi-identifier is made coarser step by step (泛化层级, ALG-12): age 1 → 5 → 10 years, area village → town → city. */
public enum Ladder {
    /** Cannot be made coarser. */
    NONE(List.of("原值")),
    AGE(List.of("1 岁", "5 岁段", "10 岁段")),
    BIRTH(List.of("出生日期", "出生年", "5 年段", "10 年段")),
    AREA(List.of("村（社区）", "镇（街道）", "市"));

    /** Lengths of the codes of village, town and city (GB/T 2260, GB/T 10114). */
    private static final int[] AREA_DIGITS = {12, 9, 6};

    private final List<String> steps;

    Ladder(List<String> steps) {
        this.steps = steps;
    }

    public int top() {
        return steps.size() - 1;
    }

    public String label(int level) {
        return steps.get(level);
    }

    /** The value at a level; what is not of the ladder's kind, an empty value for example, stays as it is. */
    public String at(String value, int level) {
        return switch (this) {
            case NONE -> value;
            case AGE -> level == 0 ? value : band(value, level == 1 ? 5 : 10);
            case BIRTH -> birth(value, level);
            case AREA -> area(value, AREA_DIGITS[level]);
        };
    }

    /** The value at a level, from any lower level: of a band, the band around its first value. */
    String widened(String value, int level) {
        int dash = value.indexOf('-');
        boolean band = dash > 0 && (this == AGE || this == BIRTH && value.length() == 9);
        return at(band ? value.substring(0, dash) : value, level);
    }

    private static String birth(String value, int level) {
        if (level == 0 || value.length() < 4) {
            return value;
        }
        String year = value.substring(0, 4);
        return level == 1 ? year : band(year, level == 2 ? 5 : 10);
    }

    private static String band(String value, int width) {
        if (value.isEmpty() || value.length() > 4 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return value;
        }
        int low = Integer.parseInt(value) / width * width;
        return low + "-" + (low + width - 1);
    }

    private static String area(String value, int digits) {
        return value.length() > digits && value.chars().allMatch(c -> c >= '0' && c <= '9')
                ? value.substring(0, digits)
                : value;
    }
}
