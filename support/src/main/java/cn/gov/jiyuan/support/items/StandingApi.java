package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How an item stands: suspended, to be cancelled, what is under way under it, how far it was simplified. */
@RestController
@RequestMapping("/api/items/desk/{code}")
class StandingApi {
    private static final String READ = "items.item.read";
    private static final String SUSPEND = "items.item.suspend";

    private final ItemStanding items;
    private final StandingStore store;
    private final Baselines baselines;

    StandingApi(ItemStanding items, StandingStore store, Baselines baselines) {
        this.items = items;
        this.store = store;
        this.baselines = baselines;
    }

    record Suspension(LocalDate from, @Nullable LocalDate to, String reason) {}

    record Resumption(LocalDate on) {}

    /** @param underWay matters not yet closed, oldest first */
    record View(
            String standing,
            String standingLabel,
            @Nullable LocalDate cancelOn,
            @Nullable LocalDate suspendedFrom,
            @Nullable LocalDate suspendedTo,
            @Nullable String suspendReason,
            List<UnderWayStore.Underway> underWay) {}

    @GetMapping("/standing")
    @Permitted(READ)
    View standing(@PathVariable String code) {
        StandingStore.Standing standing = store.standing(code).orElseThrow(() -> new Fault(ItemsError.UNKNOWN, code));
        return new View(
                standing.standing(),
                ItemRecords.STATES.labels().getOrDefault(standing.standing(), standing.standing()),
                standing.cancelOn(),
                standing.suspendedFrom(),
                standing.suspendedTo(),
                standing.suspendReason(),
                items.underWay(code));
    }

    @PostMapping("/suspend")
    @Permitted(SUSPEND)
    View suspend(@PathVariable String code, @RequestBody Suspension suspension, Actor actor) {
        items.suspend(actor, code, suspension.from(), suspension.to(), suspension.reason());
        return standing(code);
    }

    @PostMapping("/resume")
    @Permitted(SUSPEND)
    View resume(@PathVariable String code, @RequestBody Resumption resumption, Actor actor) {
        items.resume(actor, code, resumption.on());
        return standing(code);
    }

    /** Null before anybody has set one. */
    @GetMapping("/baseline")
    @Permitted(READ)
    @Nullable
    Baseline baseline(@PathVariable String code) {
        return baselines.find(code).orElse(null);
    }

    @PutMapping("/baseline")
    @Permitted(Stewardship.EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void baseline(@PathVariable String code, @RequestBody Baseline baseline, Actor actor) {
        baselines.put(actor, code, baseline);
    }

    @GetMapping("/compression")
    @Permitted(READ)
    Compression compression(@PathVariable String code) {
        return baselines.measure(code);
    }
}
