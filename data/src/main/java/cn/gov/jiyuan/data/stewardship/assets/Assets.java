package cn.gov.jiyuan.data.stewardship.assets;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.stewardship.DataUse;
import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the books of data assets: registering, use and idleness, transfer when units merge, disposal. */
@Service
class Assets implements DataUse {
    private final AssetStore store;
    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final DatasetReach reach;
    private final Units units;
    private final Rules rules;
    private final StewardshipTrail trail;
    private final Clock clock;

    Assets(
            AssetStore store,
            ObjectProvider<ResourceCatalogue> catalogue,
            DatasetReach reach,
            Units units,
            Rules rules,
            StewardshipTrail trail,
            Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.reach = reach;
        this.units = units;
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    /** What stands in the form; name, dataset and unit come from the catalogue where the resource is published. */
    record Registration(
            @Nullable String resource,
            @Nullable String name,
            @Nullable String dataset,
            @Nullable String unitCode,
            @Nullable BigDecimal cost,
            @Nullable String keeper,
            @Nullable LocalDate keepUntil) {}

    @Transactional
    public Asset register(Actor actor, Registration wanted) {
        String code = wanted(wanted.resource(), "resource", "信息资源代码");
        store.lockNumbers();
        store.ofResource(code).ifPresent(known -> {
            throw new Fault(StewardshipError.BOOKED, code, known.number());
        });
        ResourceCatalogue known = catalogue.getIfAvailable();
        Optional<Resource> resource = known == null ? Optional.empty() : known.published(code);
        Unit unit = units.byCode(
                        resource.map(Resource::unitCode).orElseGet(() -> wanted(wanted.unitCode(), "unitCode", "权属单位")))
                .orElseThrow(() -> Fault.at("/unitCode", StewardshipError.UNKNOWN, String.valueOf(wanted.unitCode())));
        reach.require(actor, "stewardship.asset.register", unit.id(), code);
        Asset asset = new Asset(
                Ids.next(),
                "ZC%06d".formatted(store.next()),
                resource.map(Resource::name).orElseGet(() -> wanted(wanted.name(), "name", "名称")),
                code,
                resource.map(Resource::dataset).orElse(wanted.dataset()),
                unit.id(),
                Objects.requireNonNullElse(wanted.cost(), BigDecimal.ZERO),
                Objects.requireNonNullElse(wanted.keeper(), actor.name()),
                wanted.keepUntil(),
                Asset.State.REGISTERED,
                LocalDate.now(clock),
                null,
                1);
        store.insert(asset, actor.name(), "登记", clock.instant());
        trail.record(
                actor,
                "asset",
                "register",
                asset.number(),
                "登记数据资产：" + asset.number() + " " + asset.name(),
                Map.of("resource", code, "cost", asset.cost()));
        return asset;
    }

    @Override
    @Transactional
    public void called(String dataset, Kind kind, LocalDate on, long calls) {
        store.called(dataset, kind, on, calls);
        store.ofDataset(dataset).stream()
                .filter(asset -> asset.state() != Asset.State.IN_USE)
                .forEach(asset -> move(Actor.SYSTEM, asset, Asset.State.IN_USE, "有调用"));
    }

    @Override
    @Transactional
    public void relies(String dataset, Kind kind, String user, String title) {
        store.relies(dataset, kind, user, title, clock.instant());
    }

    @Override
    @Transactional
    public void lets(String dataset, Kind kind, String user) {
        store.lets(dataset, kind, user);
    }

    /** Marks what nobody called for so many months. */
    @Transactional
    public int markIdle() {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = today.minusMonths(rules.integer("stewardship.asset.idle", today));
        List<Asset> unused = store.unused(since);
        unused.forEach(asset -> move(Actor.SYSTEM, asset, Asset.State.IDLE, "自 " + since + " 起没有调用"));
        return unused.size();
    }

    @Transactional
    public void dispose(Actor actor, String number, String reason) {
        Asset asset = of(actor, "stewardship.asset.dispose", number);
        LocalDate until = asset.keepUntil();
        if (until != null && !until.isBefore(LocalDate.now(clock))) {
            throw new Fault(StewardshipError.STILL_KEPT, number, until);
        }
        List<AssetStore.Reference> references = references(asset);
        if (!references.isEmpty()) {
            String titles = references.stream()
                    .map(one -> one.kind().label() + "“" + one.title() + "”")
                    .collect(Collectors.joining("、"));
            throw new Fault(StewardshipError.REFERENCED, number, references.size(), titles);
        }
        move(actor, asset, Asset.State.DISPOSED, StewardshipTrail.reason("/reason", reason));
    }

    List<AssetStore.Reference> references(Asset asset) {
        String dataset = asset.dataset();
        return dataset == null ? List.of() : store.references(dataset);
    }

    /** All assets of a unit that was merged into another follow; who owned them before stays on record. */
    @Transactional
    public int transfer(Actor actor, String fromCode, String toCode, String reason) {
        Unit from = unit(fromCode, "/fromUnit");
        Unit to = unit(toCode, "/toUnit");
        reach.require(actor, "stewardship.asset.transfer", from.id(), fromCode);
        String words = StewardshipTrail.reason("/reason", reason);
        List<Asset> assets = store.held(from.id());
        for (Asset asset : assets) {
            store.transferred(asset, to.id(), words, LocalDate.now(clock), actor.name());
            store.move(asset, to.id(), asset.state(), actor.name(), "划转：" + words, clock.instant());
        }
        trail.record(
                actor,
                "asset",
                "transfer",
                fromCode,
                "机构合并划转数据资产：" + from.shortName() + "并入" + to.shortName() + "，共 " + assets.size() + " 项",
                Map.of("reason", words, "to", toCode, "count", assets.size()));
        return assets.size();
    }

    Asset of(Actor actor, String permission, String number) {
        Asset asset = store.lock(number).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, number));
        reach.require(actor, permission, asset.unitId(), number);
        if (asset.state() == Asset.State.DISPOSED && !permission.endsWith("read")) {
            throw new Fault(StewardshipError.DISPOSED, number);
        }
        return asset;
    }

    private void move(Actor actor, Asset asset, Asset.State state, String reason) {
        store.move(asset, asset.unitId(), state, actor.name(), reason, clock.instant());
        trail.record(
                actor,
                "asset",
                "move",
                asset.number(),
                "数据资产" + state.label() + "：" + asset.number() + " " + asset.name(),
                Map.of("before", asset.state().name(), "reason", reason));
    }

    private Unit unit(String code, String pointer) {
        return units.byCode(code).orElseThrow(() -> Fault.at(pointer, StewardshipError.UNKNOWN, code));
    }

    private static String wanted(@Nullable String value, String place, String title) {
        if (value == null || value.isBlank()) {
            throw Fault.at("/" + place, StewardshipError.BAD_RULE, "没有填写" + title);
        }
        return value.strip();
    }
}
