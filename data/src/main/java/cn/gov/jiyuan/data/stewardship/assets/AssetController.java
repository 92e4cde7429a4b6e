package cn.gov.jiyuan.data.stewardship.assets;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The books of data assets beside their lists. */
@RestController
@RequestMapping("/api/stewardship/assets")
class AssetController {
    private final Assets assets;
    private final StockTaking stock;
    private final TransactionTemplate transactions;

    AssetController(Assets assets, StockTaking stock, PlatformTransactionManager transactions) {
        this.assets = assets;
        this.stock = stock;
        this.transactions = new TransactionTemplate(transactions);
    }

    record Whole(Asset asset, List<AssetStore.Reference> references) {}

    record Words(@Nullable String reason, @Nullable String explanation) {}

    record Merged(
            @Nullable String fromUnit,
            @Nullable String toUnit,
            @Nullable String reason) {}

    record Moved(int count) {}

    record Asked(@Nullable String unitCode) {}

    @PostMapping
    @Permitted("stewardship.asset.register")
    Asset register(Actor actor, @RequestBody Assets.Registration wanted) {
        return assets.register(actor, wanted);
    }

    @GetMapping("/{number}")
    @Permitted("stewardship.asset.read")
    Whole whole(Actor actor, @PathVariable String number) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Asset asset = assets.of(actor, "stewardship.asset.read", number);
            return new Whole(asset, assets.references(asset));
        }));
    }

    @PostMapping("/{number}/disposal")
    @Permitted("stewardship.asset.dispose")
    void dispose(Actor actor, @PathVariable String number, @RequestBody Words words) {
        assets.dispose(actor, number, Objects.requireNonNullElse(words.reason(), ""));
    }

    @PostMapping("/transfers")
    @Permitted("stewardship.asset.transfer")
    Moved transfer(Actor actor, @RequestBody Merged merged) {
        return new Moved(assets.transfer(
                actor,
                Objects.requireNonNullElse(merged.fromUnit(), ""),
                Objects.requireNonNullElse(merged.toUnit(), ""),
                Objects.requireNonNullElse(merged.reason(), "")));
    }

    @PostMapping("/checks")
    @Permitted("stewardship.asset.check")
    AssetStore.Taking take(Actor actor, @RequestBody Asked asked) {
        return stock.take(actor, asked.unitCode());
    }

    @PostMapping("/differences/{id}/settlement")
    @Permitted("stewardship.asset.register")
    void settle(Actor actor, @PathVariable UUID id, @RequestBody Words words) {
        stock.settle(actor, id, Objects.requireNonNullElse(words.explanation(), ""));
    }
}
