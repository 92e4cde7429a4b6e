package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens census rounds, keeps what units report and what scans find, and compares both table by table (普查). */
@Component
class Census {
    static final String READ = "catalogue.return.read";
    static final String FILL = "catalogue.return.fill";

    private final CensusStore store;
    private final ClassStore classes;
    private final Cases cases;
    private final Orders orders;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Census(
            CensusStore store,
            ClassStore classes,
            Cases cases,
            Orders orders,
            Units units,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.classes = classes;
        this.cases = cases;
        this.orders = orders;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a round is to be. @param units codes of the units asked; null or empty for all offices */
    record Plan(
            String title,
            @Nullable String scope,
            @Nullable LocalDate due,
            @Nullable List<String> units) {}

    @Transactional
    public CensusStore.Round open(Actor actor, Plan plan) {
        LocalDate today = LocalDate.now(clock);
        if (plan.title() == null || plan.title().isBlank()) {
            throw Fault.at("/title", CatalogueError.ROUND_TITLE);
        }
        LocalDate due = plan.due();
        if (due == null || !due.isAfter(today)) {
            throw Fault.at("/due", CatalogueError.ROUND_DUE);
        }
        List<Unit> asked = asked(plan.units());
        CensusStore.Round round = new CensusStore.Round(
                Ids.next(),
                cases.nextNumber("PC" + today.getYear(), 3),
                plan.title().strip(),
                Objects.requireNonNullElse(plan.scope(), "").strip(),
                due,
                actor.name(),
                clock.instant(),
                false);
        store.insert(round);
        for (Unit unit : asked) {
            UUID id = cases.open(actor, opened(round, unit));
            store.insert(id, round, unit.id(), unit.name(), unit.areaCode());
        }
        audit.record(
                actor,
                new AuditEvent(
                        "catalogue.census",
                        "round",
                        round.number(),
                        "发起普查：" + round.title() + "，" + asked.size() + " 个单位",
                        Map.of("units", asked.size())));
        return round;
    }

    private List<Unit> asked(@Nullable List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            return units.offices().stream()
                    .filter(unit -> unit.kind() != Unit.Kind.AUTHORITY)
                    .toList();
        }
        return codes.stream()
                .distinct()
                .map(code ->
                        units.byCode(code).orElseThrow(() -> Fault.at("/units", CatalogueError.UNIT_UNKNOWN, code)))
                .toList();
    }

    static NewCase opened(CensusStore.Round round, Unit unit) {
        return new NewCase(
                ReturnType.ID,
                round.title() + "：" + unit.shortName(),
                null,
                unit.id(),
                unit.areaCode(),
                unit.id(),
                unit.name(),
                NewCase.ApplicantKind.ORGANISATION,
                null,
                "catalogue:" + round.number(),
                Map.of("round", round.number(), "due", round.dueOn().toString()),
                "catalogue.return:" + round.number() + ":" + unit.code(),
                round.demo());
    }

    CensusStore.Return within(Actor actor, UUID id, String permission) {
        return store.find(id)
                .filter(filed -> access.rows(actor, permission).covers(filed.unitId(), null, filed.areaCode()))
                .orElseThrow(() -> new Fault(CatalogueError.RETURN_UNKNOWN));
    }

    /** Saves what the unit reports; what a scan found beside it stays. */
    @Transactional
    public void save(Actor actor, UUID id, int revision, String note, List<CensusTable> reported) {
        CensusStore.Return filed = within(actor, id, FILL);
        if (!filed.state().equals("filling")) {
            throw new Fault(CatalogueError.RETURN_CLOSED, label(filed));
        }
        Map<String, CensusTable> found = scanned(id);
        Map<String, CensusTable> merged = new LinkedHashMap<>();
        for (int i = 0; i < reported.size(); i++) {
            CensusTable table = reported.get(i);
            demand(table, i + 1, merged);
            CensusTable seen = found.remove(table.key());
            merged.put(table.key(), merged(table, seen));
        }
        merged.putAll(found);
        if (!store.save(id, revision, note, actor.name())) {
            throw new Fault(CatalogueError.CHANGED);
        }
        store.tables(filed, List.copyOf(merged.values()));
        audit.record(
                actor,
                new AuditEvent(
                        "catalogue.return.save",
                        "return",
                        id.toString(),
                        "保存普查填报：" + filed.unitName() + "，" + reported.size() + " 张库表",
                        Map.of()));
    }

    private static String label(CensusStore.Return filed) {
        return switch (filed.state()) {
            case "confirming" -> "待负责人确认";
            case "reviewing" -> "待复核";
            case "approved" -> "已复核";
            default -> "待填报";
        };
    }

    private void demand(CensusTable table, int number, Map<String, CensusTable> before) {
        if (table.system().isEmpty() || table.name().isEmpty() || before.containsKey(table.key())) {
            throw Fault.at("/tables/" + (number - 1) + "/name", CatalogueError.RETURN_TABLE, number);
        }
        if (table.disposition() == Disposition.NEW) {
            String code = Objects.requireNonNullElse(table.classCode(), "");
            boolean fits = classes.find(code)
                    .filter(one -> one.level() >= ClassStore.DIRECTORY)
                    .isPresent();
            if (!fits) {
                String place = "/tables/" + (number - 1) + "/classCode";
                throw Fault.at(place, CatalogueError.RETURN_CLASS, table.name(), code);
            }
        }
    }

    private static CensusTable merged(CensusTable table, @Nullable CensusTable seen) {
        return new CensusTable(
                table.system(),
                table.name(),
                table.title().isEmpty() && seen != null ? seen.title() : table.title(),
                table.rows(),
                true,
                seen != null,
                table.disposition(),
                table.classCode(),
                table.resourceCode(),
                seen == null ? List.of() : seen.columns());
    }

    private Map<String, CensusTable> scanned(UUID id) {
        return store.tables(id).stream()
                .filter(CensusTable::scanned)
                .collect(Collectors.toMap(CensusTable::key, CensusTable::unreported, (a, b) -> a, LinkedHashMap::new));
    }

    /** Takes what a scan of a system found; once the unit has reported, what it left out becomes a work order. */
    @Transactional
    public void scanned(Actor actor, UUID id, String permission, String system, List<SourceTable> found) {
        CensusStore.Return filed = within(actor, id, permission);
        if (filed.state().equals("approved")) {
            throw new Fault(CatalogueError.RETURN_CLOSED, label(filed));
        }
        Map<String, CensusTable> tables = new LinkedHashMap<>();
        store.tables(id).forEach(table -> tables.put(table.key(), table));
        tables.values().removeIf(table -> table.system().equals(system) && table.missed());
        for (SourceTable one : found) {
            CensusTable seen = CensusTable.seen(system, one);
            tables.merge(seen.key(), seen, (before, now) -> before.scannedAs(now));
        }
        store.tables(filed, new ArrayList<>(tables.values()));
        audit.record(
                actor,
                new AuditEvent(
                        "catalogue.scan",
                        "return",
                        id.toString(),
                        "扫描业务系统“" + system + "”：" + found.size() + " 张库表（" + filed.unitName() + "）",
                        Map.of("tables", found.size())));
        if (!filed.state().equals("filling")) {
            dispatch(filed);
        }
    }

    /** Sends a work order for what was found and not reported, if there is any. */
    List<CensusTable> dispatch(CensusStore.Return filed) {
        List<CensusTable> missed =
                store.tables(filed.id()).stream().filter(CensusTable::missed).toList();
        if (!missed.isEmpty()) {
            String names = missed.stream()
                    .map(table -> table.system() + "." + table.name())
                    .collect(Collectors.joining("、"));
            orders.send(new Orders.Order(
                    "CENSUS",
                    filed.roundNumber(),
                    filed.unitId(),
                    "普查漏报 " + missed.size() + " 张库表",
                    "普查 " + filed.roundNumber() + " 扫描到下列库表没有填报：" + names + "。请补报，或者说明不需要编目的理由。",
                    "catalogue.census:" + filed.id() + ":" + Integer.toHexString(names.hashCode()),
                    filed.demo()));
        }
        return missed;
    }
}
