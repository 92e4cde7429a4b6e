package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.ResourcePublished;
import cn.gov.jiyuan.contracts.catalogue.ResourceWithdrawn;
import cn.gov.jiyuan.platform.federation.Federation;
import cn.gov.jiyuan.platform.federation.Federation.Outgoing;
import cn.gov.jiyuan.platform.federation.Peer;
import cn.gov.jiyuan.platform.federation.PeerJoined;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the peers what is published here (目录上报和下发): each change as it comes, all of it to a peer that joins. */
@Component
class CatalogueSender implements FeedConsumer {
    private static final int PAGE = 200;

    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final Federation federation;

    CatalogueSender(ObjectProvider<ResourceCatalogue> catalogue, Federation federation) {
        this.catalogue = catalogue;
        this.federation = federation;
    }

    @Override
    public String name() {
        return "exchange.catalogue-sender";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(ResourcePublished.TOPIC)
                || topic.equals(ResourceWithdrawn.TOPIC)
                || topic.equals(PeerJoined.TOPIC);
    }

    @Override
    public void accept(List<Entry> entries) {
        ResourceCatalogue source = catalogue.getIfAvailable();
        if (source == null) {
            return;
        }
        List<String> peers = federation.peers().stream().map(Peer::code).toList();
        for (Entry entry : entries) {
            String code = entry.payload().path("code").asString();
            if (entry.topic().equals(PeerJoined.TOPIC)) {
                all(source, code);
            } else {
                peers.forEach(peer -> tell(source, peer, code));
            }
        }
    }

    private void all(ResourceCatalogue source, String peer) {
        if (federation.peer(peer).isEmpty()) {
            return;
        }
        @Nullable String after = null;
        List<Resource> page;
        do {
            page = source.list(after, PAGE);
            page.forEach(resource -> put(peer, resource));
            after = page.isEmpty() ? after : page.getLast().code();
        } while (page.size() == PAGE);
    }

    /** As the catalogue has it now, whatever the entry told. */
    private void tell(ResourceCatalogue source, String peer, String code) {
        source.published(code)
                .ifPresentOrElse(
                        resource -> put(peer, resource), () -> federation.remove(peer, ResourceCard.TYPE, code));
    }

    private void put(String peer, Resource resource) {
        federation.put(new Outgoing(
                peer,
                ResourceCard.TYPE,
                resource.code(),
                resource.name(),
                resource.unitId(),
                ResourceCard.of(resource)));
    }
}
