package cn.gov.jiyuan.kernel.time;

/** What a legal term counts (期限单位). */
public enum DeadlineUnit {
    /** A day on which offices are open: no weekend, no public holiday, but make-up workdays (行政许可法第 82 条). */
    WORKDAY("工作日", "个工作日"),
    /** Every day; an expiry on a holiday moves to the next workday (民法典第 203 条). */
    NATURAL_DAY("自然日", "个自然日"),
    /** An hour of the clock, day and night, counted from the moment itself (民法典第 201 条). */
    HOUR("小时", "小时"),
    /** An hour during which the office is open. */
    WORK_HOUR("工作小时", "个工作小时"),
    /** A month, ending on the corresponding day or the month's last (民法典第 202 条). */
    MONTH("月", "个月"),
    /** A year, ending on the corresponding day or the month's last. */
    YEAR("年", "年");

    private final String label;
    private final String measure;

    DeadlineUnit(String label, String measure) {
        this.label = label;
        this.measure = measure;
    }

    /** Its name, 工作日. */
    public String label() {
        return label;
    }

    /** The words that follow a number, 个工作日. */
    public String measure() {
        return measure;
    }

    /** Whether the ordinary calendar tells where it ends, without holidays and office hours. */
    public boolean isByCalendar() {
        return this == NATURAL_DAY || this == MONTH || this == YEAR;
    }

    /** Whether it is a span of hours that ends at a moment and not with a day. */
    public boolean isHours() {
        return this == HOUR || this == WORK_HOUR;
    }
}
