package cn.gov.jiyuan.data.stewardship.assets;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares books, store and catalogue (资产盘点), and writes a sheet for each difference. */
@Service
class StockTaking {
    private static final int PAGE = 500;
    private final AssetStore store;
    private final Datasets datasets;
    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final DatasetReach reach;
    private final Units units;
    private final StewardshipTrail trail;
    private final Clock clock;

    StockTaking(
            AssetStore store,
            Datasets datasets,
            ObjectProvider<ResourceCatalogue> catalogue,
            DatasetReach reach,
            Units units,
            StewardshipTrail trail,
            Clock clock) {
        this.store = store;
        this.datasets = datasets;
        this.catalogue = catalogue;
        this.reach = reach;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param unitCode null for the whole city */
    @Transactional
    public AssetStore.Taking take(Actor actor, @Nullable String unitCode) {
        UUID unit = unitCode == null || unitCode.isBlank()
                ? null
                : units.byCode(unitCode)
                        .map(Unit::id)
                        .orElseThrow(() -> Fault.at("/unitCode", StewardshipError.UNKNOWN, unitCode));
        if (unit != null) {
            reach.require(actor, "stewardship.asset.check", unit, String.valueOf(unitCode));
        }
        store.lockNumbers();
        List<Asset> books = store.held(unit);
        List<Dataset> stored = stored(unit);
        List<Resource> listed = listed(unit);
        List<Difference> differences = differences(books, stored, listed);
        AssetStore.Taking taking = new AssetStore.Taking(
                Ids.next(),
                number(),
                unit,
                books.size(),
                stored.size(),
                listed.size(),
                agreeing(books, differences),
                differences.size());
        store.insert(taking, actor.name(), clock.instant());
        differences.forEach(one -> store.insert(taking, one, clock.instant()));
        trail.record(
                actor,
                "asset",
                "check",
                taking.number(),
                "盘点数据资产：账 " + taking.books() + "、库 " + taking.stored() + "、目录 " + taking.listed() + "，差异 "
                        + taking.differing() + " 项",
                Map.of("unit", Objects.requireNonNullElse(unitCode, "")));
        return taking;
    }

    private static int agreeing(List<Asset> books, List<Difference> differences) {
        Set<String> off = differences.stream().map(Difference::assetNumber).collect(Collectors.toSet());
        return (int)
                books.stream().filter(asset -> !off.contains(asset.number())).count();
    }

    private List<Difference> differences(List<Asset> books, List<Dataset> stored, List<Resource> listed) {
        Set<String> inStore = stored.stream()
                .map(Dataset::name)
                .filter(name -> datasets.current(name).isPresent())
                .collect(Collectors.toSet());
        Set<String> inList = listed.stream().map(Resource::code).collect(Collectors.toSet());
        Set<String> bookedData =
                books.stream().map(Asset::dataset).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> bookedCodes = books.stream().map(Asset::resource).collect(Collectors.toSet());
        List<Difference> found = new ArrayList<>();
        for (Asset asset : books) {
            String dataset = asset.dataset();
            if (dataset == null || !inStore.contains(dataset) && !elsewhere(dataset)) {
                found.add(of(Difference.Kind.NOT_STORED, asset));
            }
            if (catalogue.getIfAvailable() != null && !inList.contains(asset.resource())) {
                found.add(of(Difference.Kind.NOT_LISTED, asset));
            }
        }
        stored.stream()
                .filter(dataset -> inStore.contains(dataset.name()) && !bookedData.contains(dataset.name()))
                .forEach(dataset -> found.add(new Difference(
                        Difference.Kind.NOT_BOOKED, "", "", dataset.name(), reach.unit(dataset), dataset.title())));
        listed.stream()
                .filter(resource -> !bookedCodes.contains(resource.code()))
                .forEach(resource -> found.add(new Difference(
                        Difference.Kind.LISTED_ONLY,
                        "",
                        resource.code(),
                        Objects.requireNonNullElse(resource.dataset(), ""),
                        resource.unitId(),
                        resource.name())));
        return found;
    }

    /** A dataset that another unit answers for is in the store all the same. */
    private boolean elsewhere(String dataset) {
        return datasets.find(dataset).isPresent() && datasets.current(dataset).isPresent();
    }

    private static Difference of(Difference.Kind kind, Asset asset) {
        return new Difference(
                kind,
                asset.number(),
                asset.resource(),
                Objects.requireNonNullElse(asset.dataset(), ""),
                asset.unitId(),
                asset.name());
    }

    private List<Dataset> stored(@Nullable UUID unit) {
        List<Dataset> all = new ArrayList<>();
        List<Dataset> page;
        String after = null;
        do {
            page = datasets.list(after, PAGE);
            page.stream()
                    .filter(dataset -> unit == null || unit.equals(reach.unit(dataset)))
                    .forEach(all::add);
            after = page.isEmpty() ? null : page.getLast().name();
        } while (page.size() == PAGE);
        return all;
    }

    private List<Resource> listed(@Nullable UUID unit) {
        ResourceCatalogue known = catalogue.getIfAvailable();
        List<Resource> all = new ArrayList<>();
        List<Resource> page;
        String after = null;
        do {
            page = known == null ? List.of() : known.list(after, PAGE);
            page.stream()
                    .filter(resource -> unit == null || unit.equals(resource.unitId()))
                    .forEach(all::add);
            after = page.isEmpty() ? null : page.getLast().code();
        } while (page.size() == PAGE);
        return all;
    }

    private String number() {
        LocalDate today = LocalDate.now(clock);
        OffsetDateTime start = today.atStartOfDay(clock.getZone()).toOffsetDateTime();
        return "PD" + today.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + (store.takings(start) + 1);
    }

    @Transactional
    public void settle(Actor actor, UUID difference, String explanation) {
        UUID unit = store.open(difference).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, difference));
        reach.require(actor, "stewardship.asset.register", unit, difference.toString());
        String words = StewardshipTrail.reason("/explanation", explanation);
        store.settle(difference, words, actor.name(), clock.instant());
        trail.record(actor, "difference", "settle", difference.toString(), "处理盘点差异", Map.of("explanation", words));
    }
}
