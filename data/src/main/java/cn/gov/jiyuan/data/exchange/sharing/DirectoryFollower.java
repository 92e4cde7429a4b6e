package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.ResourcePublished;
import cn.gov.jiyuan.contracts.catalogue.ResourceWithdrawn;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the directory as the catalogue says (动态目录): what is published can be asked for, what is withdrawn cannot. */
@Component
class DirectoryFollower implements FeedConsumer {
    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final DirectoryStore store;
    private final ServedTables served;
    private final GrantKeeper grants;

    DirectoryFollower(
            ObjectProvider<ResourceCatalogue> catalogue,
            DirectoryStore store,
            ServedTables served,
            GrantKeeper grants) {
        this.catalogue = catalogue;
        this.store = store;
        this.served = served;
        this.grants = grants;
    }

    @Override
    public String name() {
        return "exchange.directory";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(ResourcePublished.TOPIC) || topic.equals(ResourceWithdrawn.TOPIC);
    }

    @Override
    @Transactional
    public void accept(List<FeedConsumer.Entry> entries) {
        for (FeedConsumer.Entry entry : entries) {
            String code = entry.payload().path("code").asString();
            if (entry.topic().equals(ResourcePublished.TOPIC)) {
                publish(code);
            } else {
                withdraw(code, entry.payload().path("reason").asString());
            }
        }
    }

    private void publish(String code) {
        ResourceCatalogue source = catalogue.getIfAvailable();
        if (source != null) {
            source.published(code).ifPresent(resource -> {
                store.put(resource);
                served.want(resource.dataset());
            });
        }
    }

    private void withdraw(String code, String reason) {
        store.withdraw(code, reason);
        grants.suspendAllOf(code, reason);
    }
}
