package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.federation.Federation;
import cn.gov.jiyuan.platform.federation.Peer;
import cn.gov.jiyuan.platform.federation.RowReturned;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the stewards of a unit that a row of theirs came back and is to be corrected. */
@Component
final class ReturnedRows implements FeedConsumer {
    private final Federation federation;
    private final Tidings tidings;

    ReturnedRows(Federation federation, Tidings tidings) {
        this.federation = federation;
        this.tidings = tidings;
    }

    @Override
    public String name() {
        return "exchange.returned-rows";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(RowReturned.TOPIC);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (Entry entry : entries) {
            String unit = entry.payload().path("unitId").asString("");
            if (!unit.isEmpty()) {
                String peer = entry.payload().path("peer").asString();
                tidings.toUnit(
                        UUID.fromString(unit),
                        List.of("datasteward"),
                        "exchange.sharing.row-returned",
                        List.of(
                                entry.payload().path("label").asString(),
                                federation.peer(peer).map(Peer::name).orElse(peer),
                                entry.payload().path("message").asString()),
                        "/workbench/records/federation.abnormal");
            }
        }
    }
}
