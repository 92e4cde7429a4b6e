package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appoints the one source of each item, and others by which it is checked (一数一源、多元校核). */
@Service
class Authorities {
    private static final String EDIT = "stewardship.crosscheck.edit";
    private final AuthorityStore store;
    private final DatasetReach reach;
    private final Units units;
    private final StewardshipTrail trail;
    private final Clock clock;

    Authorities(AuthorityStore store, DatasetReach reach, Units units, StewardshipTrail trail, Clock clock) {
        this.store = store;
        this.reach = reach;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    /** Where an item is told, as it stands in the form. */
    record Told(
            @Nullable String dataset,
            @Nullable String keyColumn,
            @Nullable String valueColumn,
            @Nullable String asOfColumn) {}

    /** The source of an item, as it stands in the form. */
    record Appointment(
            @Nullable String item,
            @Nullable String title,
            @Nullable Told source,
            @Nullable String codeTable,
            @Nullable String basis,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    @Transactional
    public Authority appoint(Actor actor, Appointment wanted) {
        String item = wanted(wanted.item(), "item", "数据项标识");
        LocalDate from = Objects.requireNonNullElse(wanted.validFrom(), LocalDate.now(clock));
        LocalDate to = wanted.validTo();
        if (to != null && to.isBefore(from)) {
            throw Fault.at("/validTo", StewardshipError.BAD_RANGE);
        }
        Source source = source(actor, EDIT, wanted.source(), "/source");
        store.lock();
        store.of(item).stream()
                .filter(one -> one.overlaps(from, to))
                .findFirst()
                .ifPresent(other -> {
                    throw new Fault(
                            StewardshipError.SECOND_OWNER,
                            other.title(),
                            name(other.source().unitId()));
                });
        Authority authority = new Authority(
                Ids.next(),
                item,
                wanted(wanted.title(), "title", "数据项名称"),
                source,
                wanted.codeTable(),
                wanted(wanted.basis(), "basis", "依据"),
                from,
                to);
        store.insert(authority, actor.name(), clock.instant());
        trail.record(
                actor,
                "authority",
                "appoint",
                authority.id().toString(),
                "登记数源：" + authority.title() + "由" + name(source.unitId()) + "负责，自 " + from + " 起",
                Map.of("item", item, "dataset", source.dataset()));
        return authority;
    }

    /** Ends an appointment, so that another unit can follow. */
    @Transactional
    public void end(Actor actor, String item, UUID id, LocalDate last) {
        store.lock();
        Authority authority = store.of(item).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, item));
        reach.require(actor, EDIT, authority.source().unitId(), item);
        if (last.isBefore(authority.validFrom())) {
            throw Fault.at("/validTo", StewardshipError.BAD_RANGE);
        }
        store.end(id, last);
        trail.record(
                actor,
                "authority",
                "end",
                id.toString(),
                "数源登记到期：" + authority.title() + "，" + name(authority.source().unitId()) + "负责到 " + last,
                Map.of("item", item));
    }

    @Transactional
    public void check(Actor actor, String item, Told told) {
        Authority authority = inForce(item).orElseThrow(() -> new Fault(StewardshipError.NO_OWNER, item));
        Source source = source(actor, EDIT, told, "");
        if (source.unitId().equals(authority.source().unitId())) {
            throw Fault.at("/dataset", StewardshipError.OWN_WITNESS);
        }
        store.add(item, source, actor.name(), clock.instant());
        trail.record(
                actor,
                "witness",
                "add",
                item,
                "增加校核来源：" + authority.title() + "，" + name(source.unitId()),
                Map.of("dataset", source.dataset(), "column", source.valueColumn()));
    }

    Optional<Authority> inForce(String item) {
        LocalDate today = LocalDate.now(clock);
        return store.of(item).stream().filter(one -> one.holds(today)).findFirst();
    }

    List<Authority> of(String item) {
        return store.of(item);
    }

    List<Source> witnesses(String item) {
        return store.witnesses(item);
    }

    /** Lets the source that holds on a day end on the day before, so that another can follow. */
    void yields(Actor actor, String item, LocalDate day) {
        store.lock();
        store.of(item).stream().filter(one -> one.holds(day)).findFirst().ifPresent(now -> {
            if (!day.isAfter(now.validFrom())) {
                throw new Fault(StewardshipError.STARTS_LATER, now.validFrom());
            }
            end(actor, item, now.id(), day.minusDays(1));
        });
    }

    /** A dataset within the reach of a permission, with its columns. */
    Source source(Actor actor, String permission, @Nullable Told told, String pointer) {
        if (told == null) {
            throw Fault.at(pointer, StewardshipError.BAD_RULE, "没有选择数据集");
        }
        Dataset dataset = reach.get(actor, permission, wanted(told.dataset(), "dataset", "数据集"));
        String key = wanted(told.keyColumn(), "keyColumn", "主体标识列");
        String value = wanted(told.valueColumn(), "valueColumn", "数据项所在的列");
        dataset.column(key);
        dataset.column(value);
        if (told.asOfColumn() != null) {
            dataset.column(told.asOfColumn());
        }
        return new Source(reach.unit(dataset), dataset.unitCode(), dataset.name(), key, value, told.asOfColumn());
    }

    String name(UUID unit) {
        return units.find(unit).map(Unit::shortName).orElse(unit.toString());
    }

    static String wanted(@Nullable String value, String place, String title) {
        if (value == null || value.isBlank()) {
            throw Fault.at("/" + place, StewardshipError.BAD_RULE, "没有填写" + title);
        }
        return value.strip();
    }
}
