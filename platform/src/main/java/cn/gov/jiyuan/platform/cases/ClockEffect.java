package cn.gov.jiyuan.platform.cases;

/** What an action does to one clock of the case. An extension adds time, an exclusion (除外) stops the clock: they are never the same. */
public sealed interface ClockEffect {
    /** Id of the clock. */
    String clock();

    /** Begins to count; the term comes from {@link CaseTerms}. A clock for which no term is stated does not start. */
    record Start(String clock) implements ClockEffect {}

    /** Begins to count as of the moment at which another clock began (溯及开始): what the law deems done was done then. */
    record StartAsOf(String clock, String other) implements ClockEffect {}

    /** Stands still from today on, for the reason given with the action. */
    record Pause(String clock) implements ClockEffect {}

    record Resume(String clock) implements ClockEffect {}

    /** Gets more time (延长审批); the amount comes from {@link CaseTerms}. */
    record Prolong(String clock) implements ClockEffect {}

    /** Is over, kept or missed. */
    record Stop(String clock) implements ClockEffect {}

    /** As read by people, “暂停承诺时限”. */
    default String verb() {
        return switch (this) {
            case Start s -> "开始";
            case StartAsOf s -> "自" + s.other() + "开始之时起算";
            case Pause p -> "暂停";
            case Resume r -> "恢复";
            case Prolong p -> "延长";
            case Stop s -> "结束";
        };
    }
}
