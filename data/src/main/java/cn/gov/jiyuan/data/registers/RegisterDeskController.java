package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** StandardAddresses, benefits to stop, subscriptions and runs. */
@RestController
@RequestMapping("/api/registers")
class RegisterDeskController {
    private static final int AT_ONCE = 1_000;
    private final StandardAddresses addresses;
    private final StopLists stops;
    private final ChangeSubscriptions subscriptions;
    private final RegisterRuns runs;
    private final RunReport report;

    RegisterDeskController(
            StandardAddresses addresses,
            StopLists stops,
            ChangeSubscriptions subscriptions,
            RegisterRuns runs,
            RunReport report) {
        this.addresses = addresses;
        this.stops = stops;
        this.subscriptions = subscriptions;
        this.runs = runs;
        this.report = report;
    }

    record Written(String text) {}

    record Decision(boolean stop, @Nullable String note) {}

    record Wish(String topic, String purpose) {}

    record Added(int added) {}

    record Started(UUID job) {}

    @PostMapping("/addresses/match")
    @Permitted("registers.address.read")
    StandardAddresses.Match match(@RequestBody Written written) {
        return addresses.match(written.text());
    }

    @PostMapping("/addresses")
    @Permitted("registers.address.keep")
    StandardAddresses.Match register(Actor actor, @RequestBody Written written) {
        return addresses.register(actor, written.text());
    }

    @PostMapping("/entitlements")
    @Permitted("registers.stop.decide")
    Added entitle(Actor actor, @RequestBody List<StopLists.Told> told) {
        if (told.size() > AT_ONCE) {
            throw new Fault(RegistersError.TOO_MANY, AT_ONCE);
        }
        return new Added(stops.entitle(actor, ChangeSubscriptions.unit(actor), told));
    }

    @PostMapping("/stops/{id}")
    @Permitted("registers.stop.decide")
    void decide(Actor actor, @PathVariable UUID id, @RequestBody Decision decision) {
        stops.decide(actor, id, decision.stop(), decision.note() == null ? "" : decision.note());
    }

    @GetMapping("/subscriptions")
    @Permitted("registers.change.subscribe")
    List<ChangeSubscriptionStore.Subscription> subscriptions(Actor actor) {
        return subscriptions.of(actor);
    }

    @PostMapping("/subscriptions")
    @Permitted("registers.change.subscribe")
    List<ChangeSubscriptionStore.Subscription> subscribe(Actor actor, @RequestBody Wish wish) {
        return subscriptions.subscribe(actor, wish.topic(), wish.purpose());
    }

    @DeleteMapping("/subscriptions/{id}")
    @Permitted("registers.change.subscribe")
    void end(Actor actor, @PathVariable UUID id) {
        subscriptions.end(actor, id);
    }

    /** What was delivered to the caller's unit, from the number after the last one it has. */
    @GetMapping("/changes")
    @Permitted("registers.change.subscribe")
    List<ChangeSubscriptionStore.Delivery> changes(
            Actor actor, @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        return subscriptions.after(actor, after, limit);
    }

    @GetMapping("/runs/{id}")
    @Permitted("registers.run.read")
    RunReport.Shown run(@PathVariable UUID id) {
        return report.of(id);
    }

    @PostMapping("/pipelines/{name}/runs")
    @Permitted("registers.run.start")
    Started start(Actor actor, @PathVariable String name) {
        return new Started(runs.start(actor, name));
    }
}
