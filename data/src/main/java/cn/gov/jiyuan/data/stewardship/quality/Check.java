package cn.gov.jiyuan.data.stewardship.quality;

import java.util.Map;

/**
 * A rule as the hub can run it.
 *
 * @param from what is read: the view {@code data}, or a query over it
 * @param applies condition of the rows that the rule looks at (分母)
 * @param passes condition of those that pass (分子)
 * @param observed expression of what was observed
 * @param expected what should have been, in Chinese
 * @param views datasets by the names under which the query reads them, besides {@code data}
 */
record Check(String from, String applies, String passes, String observed, String expected, Map<String, String> views) {
    String counting() {
        return "select count(*) as rows, count(*) filter (where " + applies + ") as total, count(*) filter (where ("
                + applies + ") and coalesce((" + passes + "), false)) as passed from " + from;
    }

    String failing(String key, int most) {
        return "select " + key + " as row_key, " + observed + " as observed from " + from + " where (" + applies
                + ") and not coalesce((" + passes + "), false) limit " + most;
    }
}
