package cn.gov.jiyuan.data.exchange.collecting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a backflow stay here (属地过滤): those whose division code begins with one of ours. A code that we bore
 * formerly is ours, too, and is written in the present one.
 *
 * @param column source column with the code
 * @param local present codes @param former codes of the past
 */
record AreaRule(String column, List<String> local, List<String> former) {
    /** @return the code as it is to be kept; null if it is no code of ours */
    @Nullable String local(String code) {
        for (String own : local) {
            if (code.startsWith(own)) {
                return code;
            }
        }
        for (String old : former) {
            if (code.startsWith(old)) {
                return local.getFirst() + code.substring(old.length());
            }
        }
        return null;
    }

    static boolean isCode(String text) {
        return text.matches("\\d{6}|\\d{9}|\\d{12}");
    }
}
