package cn.gov.jiyuan.service.oversight;

/** The ways in which a rule can find something (判定方法); how is code, with which threshold and weight is data. */
enum Detector {
    /** A running clock has no more than the threshold, in percent, of its term left. */
    CLOCK_NEAR("时限剩余不足"),
    /** A clock was missed. */
    CLOCK_MISSED("时限届满"),
    /** A clock of no more than the day of its start was missed (即办件). */
    SAME_DAY_MISSED("当日届满"),
    /** An action was done as often as the threshold says. */
    REPEATED("动作重复"),
    /** A prolongation without reason, or by somebody who is no official. */
    UNAPPROVED_EXTENSION("延长无批准"),
    /** A pause of which the party was not told in writing. */
    UNDOCUMENTED_PAUSE("停表无文书"),
    /** Nothing was done in a state for more workdays than the threshold. */
    STANDSTILL("停滞"),
    /** The first action and one of the others were done by one person. */
    SAME_PERSON("同一人"),
    /** More matters of a unit were terminated in a month than its mean and so many standard deviations. */
    TERMINATION_RATE("终止率偏高"),
    /** Cannot be judged yet; such a rule cannot be enabled. */
    NOT_AVAILABLE("暂不能判定");

    private final String label;

    Detector(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether the threshold means something. */
    boolean hasThreshold() {
        return switch (this) {
            case CLOCK_NEAR, REPEATED, STANDSTILL, TERMINATION_RATE -> true;
            default -> false;
        };
    }
}
