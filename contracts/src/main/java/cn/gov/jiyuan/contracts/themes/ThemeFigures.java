package cn.gov.jiyuan.contracts.themes;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the theme databases (主题指标) for systems above. All months are taken whole. Each month counts under the
 * meaning (口径) that was in force on its first day, unless a version is named.
 *
 * <p>All methods throw {@code themes.unknown} for an unknown theme or indicator, {@code themes.not-built} for a theme
 * without sources, {@code themes.not-yet} before the first refresh.
 */
public interface ThemeFigures {
    /** All figures of a theme over some months. */
    List<Figure> all(Actor viewer, String topic, LocalDate from, LocalDate to);

    /** @param meaning version under which history is computed again; null for that in force in each month */
    Figure figure(
            Actor viewer, String topic, String indicator, LocalDate from, LocalDate to, @Nullable Integer meaning);

    /** The figure cut by a dimension, as far as the viewer may see; at most 500 lines, the largest first. */
    List<Line> lines(
            Actor viewer,
            String topic,
            String indicator,
            LocalDate from,
            LocalDate to,
            By by,
            @Nullable Integer meaning);

    /**
     * Rows that were counted in a month, 50 at a time, as far as the viewer may see.
     *
     * @param numerator those above the line, else those below
     * @param after key of the last row of the page before
     */
    Rows rows(Actor viewer, String topic, String indicator, LocalDate month, boolean numerator, @Nullable String after);

    /** How a figure may be cut. */
    enum By {
        MONTH,
        UNIT,
        TOWN,
        ITEM
    }

    /** What a figure is made of. @param excluded left out of both */
    record Parts(long numerator, long denominator, long excluded) {}

    /**
     * A figure of the whole city.
     *
     * @param value as people read it; null while the data are stale, so that nobody takes an old value for a new one
     * @param lastValue the value of the data as they are, however old
     * @param visible the same over the rows that the viewer may see
     * @param asOf until when the data count
     * @param note {@code as_of=…}, or {@code 数据陈旧 as_of=…}
     * @param reasons why the data are stale
     * @param snapshot version of the dataset from which it was read
     */
    record Figure(
            String topic,
            String indicator,
            String title,
            String unit,
            @Nullable String value,
            String lastValue,
            Parts whole,
            Parts visible,
            @Nullable Instant asOf,
            boolean stale,
            String note,
            List<String> reasons,
            long snapshot) {}

    /** @param meanings versions under which it was counted */
    record Line(String key, String label, String value, Parts parts, String meanings) {}

    /** “看得到 M 行中的 N 行”. @param next key after which the next page begins; null on the last one */
    record Rows(
            long whole,
            long visible,
            List<Map<String, @Nullable Object>> rows,
            @Nullable String next) {}
}
