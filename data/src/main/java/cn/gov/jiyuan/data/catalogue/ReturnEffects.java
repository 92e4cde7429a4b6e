package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows from each action on a return: comparison with the scan, and entries of the catalogue in the end. */
@Component
final class ReturnEffects implements CaseEffects {
    private final CensusStore store;
    private final Census census;
    private final Compiling compiling;
    private final ResourceStore resources;
    private final Units units;
    private final Clock clock;

    ReturnEffects(
            CensusStore store, Census census, Compiling compiling, ResourceStore resources, Units units, Clock clock) {
        this.store = store;
        this.census = census;
        this.compiling = compiling;
        this.resources = resources;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return ReturnType.ID;
    }

    @Override
    public Result after(Transition transition) {
        UUID id = transition.matter().id();
        CensusStore.Return filed = store.find(id).orElseThrow(() -> new Fault(CatalogueError.RETURN_UNKNOWN));
        String by = transition.actor().name();
        switch (transition.action().id()) {
            case "submit" -> submit(filed, by, transition);
            case "confirm" -> store.confirmed(id, by);
            case "approve" -> store.approved(id, by, enter(filed, transition));
            default -> {
                // Sent back: the unit goes on where it was.
            }
        }
        store.state(id, transition.matter().state());
        return Result.NONE;
    }

    private void submit(CensusStore.Return filed, String by, Transition transition) {
        boolean none = store.tables(filed.id()).stream().noneMatch(CensusTable::reported);
        if (none && filed.note().isBlank()) {
            throw Fault.at("/note", CatalogueError.RETURN_ZERO);
        }
        boolean late = LocalDate.ofInstant(transition.at(), clock.getZone()).isAfter(filed.dueOn());
        store.submitted(filed.id(), by, transition.at(), late);
        census.dispatch(filed);
    }

    /** Makes an entry of each table that is to be new in the catalogue; the unit compiles them further. */
    private int enter(CensusStore.Return filed, Transition transition) {
        Unit unit = units.get(filed.unitId());
        int added = 0;
        for (CensusTable table : store.tables(filed.id())) {
            String classCode = table.classCode();
            if (table.reported() && table.disposition() == Disposition.NEW && classCode != null) {
                Fresh fresh = new Fresh(
                        unit, classCode, content(table, unit), Origin.CENSUS, filed.roundNumber(), filed.demo());
                Entry made = compiling.create(transition.actor(), fresh);
                store.entered(filed.id(), table.system(), table.name(), made.code());
                added++;
            }
        }
        return added;
    }

    /** Named as the table is; with its system where the unit has that name already. */
    private Content content(CensusTable table, Unit unit) {
        String name = table.title().isEmpty() ? table.name() : table.title();
        boolean taken = resources.named(unit.id(), name, null).isPresent();
        String free = taken ? name + "（" + table.system() + "." + table.name() + "）" : name;
        List<SourceColumn> columns = table.columns();
        return Content.named(free)
                .withItems(columns.stream().map(SourceColumn::item).toList());
    }
}
