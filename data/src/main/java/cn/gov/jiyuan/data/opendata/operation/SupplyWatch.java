package cn.gov.jiyuan.data.opendata.operation;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourcePublished;
import cn.gov.jiyuan.contracts.catalogue.ResourceWithdrawn;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stops products whose source may not be opened any more (依赖产品同步停供). */
@Component("opendata.SupplyWatch")
final class SupplyWatch implements FeedConsumer {
    private final Products products;

    SupplyWatch(Products products) {
        this.products = products;
    }

    @Override
    public String name() {
        return "opendata.supply";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(ResourceWithdrawn.TOPIC) || topic.equals(ResourcePublished.TOPIC);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (Entry entry : entries) {
            String code = entry.payload().path("code").asString("");
            if (entry.topic().equals(ResourceWithdrawn.TOPIC)) {
                products.stopFrom(code, "来源资源 " + code + " 已停用或者注销");
            } else if (entry.payload().path("open").asString("").equals(OpenType.NONE.name())) {
                products.stopFrom(code, "来源资源 " + code + " 已改为不予开放");
            }
        }
    }
}
