package cn.gov.jiyuan.service.onestop;

import java.time.Instant;

/** What a matter does by itself when a term has passed and nobody has acted (逾期自动办理). */
enum DefaultStep {
    /** 逾期不告知的，自收到申请材料之日起即为受理，行政许可法第 32 条第 1 款第 4 项. Its clocks run as of the day on which the materials came. */
    DEEMED_ACCEPTANCE(
            "onestop.deemed-acceptance", "submitted", "deem-accepted", "告知是否受理的期限至 %s 届满，没有告知申请人，自收到材料之日起视为受理。"),
    /** 逾期未补正. The term is a rule, the moment is that of the correction clock. */
    LAPSE("onestop.lapse", "correction", "lapse", "补正期限至 %s 届满，申请人未补正，按补正告知书视为放弃申请。");

    private final String work;
    private final String state;
    private final String action;
    private final String reason;

    DefaultStep(String work, String state, String action, String reason) {
        this.work = work;
        this.state = state;
        this.action = action;
        this.reason = reason;
    }

    /** Name of the recurring work that looks for such matters. */
    String work() {
        return work;
    }

    /** In which matters wait for somebody. */
    String state() {
        return state;
    }

    String action() {
        return action;
    }

    /** @param due first moment that is too late */
    String reason(Instant due) {
        return reason.formatted(Moments.day(due.minusSeconds(1)));
    }
}
