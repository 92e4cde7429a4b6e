package cn.gov.jiyuan.data.opendata.operation;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Grants of operation, products, their use and its bills. */
@RestController("opendata.OperationController")
@RequestMapping("/api/opendata")
class OperationController {
    private static final String MANAGE = "opendata.operation.manage";
    private final Grants grants;
    private final Products products;

    OperationController(Grants grants, Products products) {
        this.grants = grants;
        this.products = products;
    }

    record Price(LocalDate from, long fen) {}

    record Purpose(String purpose) {}

    @PostMapping("/grants")
    @Permitted(MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    OperationGrant grant(Actor actor, @RequestBody Grants.Form form) {
        return grants.register(actor, form);
    }

    @GetMapping("/grants/{id}")
    @Permitted("opendata.operation.read")
    Grants.Whole grant(Actor actor, @PathVariable UUID id) {
        return grants.whole(id);
    }

    @PostMapping("/products")
    @Permitted(MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    DataProduct register(Actor actor, @RequestBody Products.Form form) {
        return products.register(actor, form);
    }

    @PostMapping("/products/{id}/prices")
    @Permitted(MANAGE)
    DataProduct price(Actor actor, @PathVariable UUID id, @RequestBody Price price) {
        return products.price(actor, id, price.from(), price.fen());
    }

    @GetMapping("/products")
    @Permitted(Permitted.PUBLIC)
    List<DataProduct> products() {
        return products.all();
    }

    /** One use of a product; it is counted and priced at this moment. */
    @PostMapping("/products/{id}/uses")
    @Permitted(Permitted.SIGNED_IN)
    ProductUse use(Actor actor, @PathVariable UUID id, @RequestBody Purpose purpose) {
        return products.use(actor, id, purpose.purpose());
    }

    /** A product as the bureau sees it. */
    @GetMapping("/products/{id}/account")
    @Permitted("opendata.operation.read")
    Products.Account account(Actor actor, @PathVariable UUID id, @RequestParam YearMonth month) {
        return products.account(id, month);
    }

    @GetMapping("/products/{id}/bill")
    @Permitted(Permitted.SIGNED_IN)
    Bill bill(Actor actor, @PathVariable UUID id, @RequestParam YearMonth month) {
        return products.bill(actor, id, month);
    }

    @GetMapping("/products/{id}/uses")
    @Permitted(Permitted.SIGNED_IN)
    List<ProductUse> calls(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam YearMonth month,
            @RequestParam(required = false) @Nullable UUID after) {
        return products.calls(actor, id, month, after);
    }
}
