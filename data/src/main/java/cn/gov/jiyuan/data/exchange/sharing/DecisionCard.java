package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;
import java.util.List;

/** What was decided of a request, as it goes back to whoever asked (申请决定). */
record DecisionCard(Decision decision, String words, List<RequestedField> fields, Instant at) {
    /** The lane of decisions. */
    static final String TYPE = "exchange.decision";

    /** Where the request stands with the installation that decides. */
    enum Decision {
        GRANTED,
        REFUSED,
        RETURNED,
        SUSPENDED,
        ENDED
    }
}
