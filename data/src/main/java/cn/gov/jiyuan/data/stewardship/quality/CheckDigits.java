package cn.gov.jiyuan.data.stewardship.quality;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Check digits in the SQL of the hub: GB 11643 and GB 32100, for columns too long to be read row by row. */
final class CheckDigits {
    private static final int[] CITIZEN = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] CREDIT = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckDigits() {}

    /** True for a citizen's number whose form, date and check digit hold. */
    static String citizen(String column) {
        return "case when regexp_full_match(" + column + ", '[1-8][0-9]{16}[0-9X]')"
                + " then try_strptime(substr(" + column + ", 7, 8), '%Y%m%d') is not null"
                + " and substr('10X98765432', 1 + cast((" + sum(column, CITIZEN, "0123456789")
                + ") % 11 as integer), 1)"
                + " = substr(" + column + ", 18, 1) else false end";
    }

    /** True for a unified social credit code whose letters and check character hold. */
    static String credit(String column) {
        return "case when regexp_full_match(" + column + ", '[" + LETTERS + "]{18}') then substr('" + LETTERS
                + "', 1 + cast((31 - (" + sum(column, CREDIT, LETTERS) + ") % 31) % 31 as integer), 1) = substr("
                + column + ", 18, 1) else false end";
    }

    private static String sum(String column, int[] weights, String letters) {
        return IntStream.range(0, weights.length)
                .mapToObj(i ->
                        weights[i] + " * (strpos('" + letters + "', substr(" + column + ", " + (i + 1) + ", 1)) - 1)")
                .collect(Collectors.joining(" + "));
    }
}
