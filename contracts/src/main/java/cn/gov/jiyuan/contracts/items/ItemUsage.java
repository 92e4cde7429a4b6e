package cn.gov.jiyuan.contracts.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much items are used and how long they really take (办件热度、实际办理时间), from daily sums that a job keeps. Asking
 * never counts matters.
 */
public interface ItemUsage {
    /** Fewer decided matters than this say nothing, and might tell of single persons. */
    int LEAST = 5;

    /** Items in force with most matters submitted since a day, most first. */
    List<Use> since(LocalDate day, int limit);

    /** Items whose real time is known, those with most decided matters first. */
    List<Actual> actuals(int limit);

    /** How long an item really takes; empty below {@link #LEAST} matters. */
    Optional<Actual> actual(String code);

    /** The last day whose matters are counted; null before the first count. */
    @Nullable
    LocalDate countedUntil();

    /** @param count matters submitted in the time asked for */
    record Use(String code, String name, String unitName, long count) {}

    /**
     * Working days from acceptance to decision over the last twelve months, the day of acceptance not counted; pauses for
     * special procedures are in it, because the applicant waited.
     *
     * @param median half of the matters took no longer
     * @param ninth nine of ten took no longer
     * @param matters decided matters counted
     * @param promise promised term in words
     */
    record Actual(String code, String name, String unitName, int median, int ninth, long matters, String promise) {
        public String medianText() {
            return text(median);
        }

        public String ninthText() {
            return text(ninth);
        }

        private static String text(int days) {
            return days == 0 ? "当天" : days + " 个工作日";
        }
    }
}
