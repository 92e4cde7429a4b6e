package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Demands in the workbench, beside their list. */
@RestController
@RequestMapping("/api/exchange/demands")
class DemandController {
    private final DemandDesk desk;
    private final DemandStore store;
    private final Matching matching;

    DemandController(DemandDesk desk, DemandStore store, Matching matching) {
        this.desk = desk;
        this.store = store;
        this.matching = matching;
    }

    /** What the user says of what he got. */
    record Feedback(boolean satisfied, String text) {}

    @PostMapping
    @Permitted("exchange.demand.submit")
    Map<String, UUID> ask(Actor actor, @RequestBody DemandDesk.Need need) {
        return Map.of("id", desk.ask(actor, need));
    }

    @PostMapping("/import")
    @Permitted("exchange.demand.submit")
    DemandDesk.Taken askAll(Actor actor, @RequestBody List<DemandDesk.Need> needs) {
        return desk.askAll(actor, needs);
    }

    @GetMapping("/{id}")
    @Permitted("exchange.demand.read")
    Demand demand(@PathVariable UUID id) {
        return found(id);
    }

    @GetMapping("/{id}/matches")
    @Permitted("exchange.demand.read")
    List<Matching.Match> matches(@PathVariable UUID id) {
        return matching.of(found(id));
    }

    @PostMapping("/{id}/answer")
    @Permitted("exchange.demand.answer")
    Demand answer(Actor actor, @PathVariable UUID id, @RequestBody DemandDesk.Reply reply) {
        return desk.answer(actor, id, reply);
    }

    @PostMapping("/{id}/feedback")
    @Permitted("exchange.demand.submit")
    Demand feedback(Actor actor, @PathVariable UUID id, @RequestBody Feedback feedback) {
        return desk.feedback(actor, id, feedback.satisfied(), feedback.text());
    }

    private Demand found(UUID id) {
        return store.find(id).orElseThrow(() -> new Fault(SharingError.UNKNOWN));
    }
}
