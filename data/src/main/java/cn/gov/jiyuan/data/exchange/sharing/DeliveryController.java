package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.portal.Download;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files and subscriptions of a grant. */
@RestController
@RequestMapping("/api/exchange")
class DeliveryController {
    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final SubscriptionStore store;
    private final GrantKeeper grants;
    private final FileStore files;

    DeliveryController(
            Deliveries deliveries,
            Subscriptions subscriptions,
            SubscriptionStore store,
            GrantKeeper grants,
            FileStore files) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.store = store;
        this.grants = grants;
        this.files = files;
    }

    /** Which file, and for what. */
    record Wanted(String format, String purpose) {}

    /** Where news goes. */
    record Address(String url) {}

    @PostMapping("/grants/{id}/deliveries")
    @Permitted("exchange.grant.keep")
    Map<String, UUID> request(Actor actor, @PathVariable UUID id, @RequestBody Wanted wanted) {
        return Map.of("id", deliveries.request(actor, id, wanted.format(), wanted.purpose()));
    }

    @GetMapping("/deliveries/{id}/file")
    @Permitted("exchange.grant.keep")
    ResponseEntity<InputStreamResource> file(Actor actor, @PathVariable UUID id) {
        return Download.of(files, deliveries.take(actor, id), false);
    }

    @PutMapping("/grants/{id}/subscription")
    @Permitted("exchange.grant.keep")
    void subscribe(Actor actor, @PathVariable UUID id, @RequestBody Address address) {
        subscriptions.subscribe(actor, id, address.url());
    }

    @GetMapping("/grants/{id}/subscription")
    @Permitted("exchange.grant.keep")
    List<SubscriptionStore.Standing> subscription(Actor actor, @PathVariable UUID id) {
        return store.of(grants.own(actor, id).id());
    }
}
