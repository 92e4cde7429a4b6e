package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The basic catalogue: units claim from it, the province cancels in it. */
@RestController
@RequestMapping("/api/items/catalogue/{basicCode}")
class CatalogueApi {
    static final String KEEP = "items.catalogue.keep";

    private final Claims claims;
    private final ItemStanding standing;

    CatalogueApi(Claims claims, ItemStanding standing) {
        this.claims = claims;
        this.standing = standing;
    }

    /** @param unit house code of the unit; the own one if null */
    record Claim(@Nullable String unit) {}

    record Cancellation(LocalDate on, String reason) {}

    /** @param items codes of the items that end with the entry */
    record Ended(String basicCode, LocalDate on, List<String> items) {}

    @PostMapping("/claim")
    @Permitted(Stewardship.EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    ItemVersionRef claim(
            @PathVariable String basicCode, @RequestBody(required = false) @Nullable Claim claim, Actor actor) {
        return claims.claim(actor, basicCode, claim == null ? null : claim.unit());
    }

    /** The province cancels an entry from a day on. */
    @PostMapping("/cancel")
    @Permitted(KEEP)
    Ended cancel(@PathVariable String basicCode, @RequestBody Cancellation cancellation, Actor actor) {
        return new Ended(
                basicCode,
                cancellation.on(),
                standing.provinceCancels(actor, basicCode, cancellation.on(), cancellation.reason()));
    }
}
