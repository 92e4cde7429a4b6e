package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.platform.feed.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Takes rows that a peer sends back after it had taken them (事后异常回写). */
final class ReturnTaker implements BatchTaker {
    static final String TYPE = "federation.abnormal";

    private final Returns returns;
    private final BatchStore batches;
    private final Feed feed;

    ReturnTaker(Returns returns, BatchStore batches, Feed feed) {
        this.returns = returns;
        this.batches = batches;
        this.feed = feed;
    }

    @Override
    public String recordType() {
        return TYPE;
    }

    @Override
    public List<Returned> take(Peer from, Batch batch) {
        List<Returned> refused = new ArrayList<>();
        for (ExchangeRow row : batch.rows()) {
            try {
                Abnormal abnormal = BatchText.readAbnormal(JsonMapper.shared().readTree(row.content()));
                Optional<KeptRow> ours = returns.ofOurs(from.code(), abnormal);
                if (ours.isEmpty()) {
                    refused.add(new Returned(row.rowGuid(), "UNKNOWN_ROW", "没有这一行，或者它已经退回过。"));
                } else {
                    batches.oneMoreAbnormal(from.code(), true, abnormal.batch());
                    feed.append(Courier.returned(ours.get(), abnormal));
                }
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                refused.add(new Returned(row.rowGuid(), "BAD_CONTENT", "异常记录缺项：" + e.getMessage()));
            }
        }
        return refused;
    }
}
