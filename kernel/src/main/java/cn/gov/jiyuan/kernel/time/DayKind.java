package cn.gov.jiyuan.kernel.time;

/** What a day is in the legal calendar (日期性质). */
public enum DayKind {
    WORKDAY("工作日"),
    WEEKEND("周末"),
    /** A day off by the State Council's yearly notice, weekends inside it included (放假). */
    HOLIDAY("放假"),
    /** A weekend day on which one works to make up for a holiday (调休上班). */
    MAKE_UP_WORKDAY("调休上班");

    private final String label;

    DayKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isWorkday() {
        return this == WORKDAY || this == MAKE_UP_WORKDAY;
    }
}
