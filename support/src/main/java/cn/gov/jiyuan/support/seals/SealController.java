package cn.gov.jiyuan.support.seals;

import cn.gov.jiyuan.contracts.seals.SealKind;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk of the seal keeper. */
@RestController
@RequestMapping("/api/seals")
class SealController {
    private final SealRegister register;

    SealController(SealRegister register) {
        this.register = register;
    }

    @PostMapping
    @Permitted("seals.seal.manage")
    Map<String, UUID> make(@RequestParam SealKind kind, Actor actor) {
        UUID unit = actor.unitId();
        if (unit == null) {
            throw new Fault(SealsError.UNKNOWN);
        }
        return Map.of("id", register.make(actor, unit, kind, false));
    }

    @PostMapping("/{id}/{state:SUSPENDED|ACTIVE|REVOKED}")
    @Permitted("seals.seal.manage")
    void change(@PathVariable UUID id, @PathVariable SealStore.State state, Actor actor) {
        register.change(actor, id, state);
    }
}
