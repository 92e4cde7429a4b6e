package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.instance.Instance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk of peers, batches and rows sent back, beside their lists. */
@RestController
@RequestMapping("/api/federation")
class PeerController {
    private final FederationDesk desk;
    private final PeerKey key;
    private final Instance instance;

    PeerController(FederationDesk desk, PeerKey key, Instance instance) {
        this.desk = desk;
        this.key = key;
        this.instance = instance;
    }

    /** What the other side needs in order to register us. */
    record Own(String code, String name, Instance.Level level, String certificate, String fingerprint) {}

    /** Why something is done. */
    record Reason(@Nullable String reason) {}

    @GetMapping("/own")
    @Permitted("federation.peer.read")
    Own own() {
        return new Own(
                instance.area(),
                instance.name(),
                instance.level(),
                PeerKey.pem(key.certificate()),
                PeerKey.fingerprint(key.certificate()));
    }

    @PostMapping("/peers")
    @Permitted("federation.peer.register")
    void register(Actor actor, @RequestBody FederationDesk.Registration form) {
        desk.register(actor, form);
    }

    @PostMapping("/peers/{code}/suspend")
    @Permitted("federation.peer.register")
    void suspend(Actor actor, @PathVariable String code, @RequestBody Reason why) {
        desk.suspend(actor, code, why.reason());
    }

    @PostMapping("/peers/{code}/resume")
    @Permitted("federation.peer.register")
    void resume(Actor actor, @PathVariable String code, @RequestBody Reason why) {
        desk.resume(actor, code, why.reason());
    }

    @PostMapping("/peers/{code}/retry")
    @Permitted("federation.batch.retry")
    void retry(Actor actor, @PathVariable String code) {
        desk.hasten(actor, code);
    }

    @PostMapping("/abnormals/{id}/resend")
    @Permitted("federation.abnormal.resend")
    void resend(Actor actor, @PathVariable UUID id, @RequestBody Reason why) {
        desk.resend(actor, id, why.reason());
    }

    @PostMapping("/rows/{id}/return")
    @Permitted("federation.row.return")
    void sendBack(Actor actor, @PathVariable UUID id, @RequestBody Reason why) {
        desk.sendBack(actor, id, why.reason());
    }
}
