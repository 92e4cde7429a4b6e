package cn.gov.jiyuan.kernel.time;

/**
 * What is left of a term.
 *
 * @param amount whole units left after the present day or hour; negative units since expiry when overdue (0 when less
 *     than one has passed)
 * @param unit workdays, natural days (also for months and years), hours or work hours
 * @param overdue the last moment has passed
 * @param paused the clock stands and the amount with it
 * @param text “还剩 7 个工作日，10 月 1 日至 7 日放假不计”
 */
public record Remaining(long amount, DeadlineUnit unit, boolean overdue, boolean paused, String text) {}
