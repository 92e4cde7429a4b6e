package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

/** Census rounds and returns. The steps of a return are those of its case. */
@RestController
@RequestMapping("/api/catalogue")
class CensusController {
    private static final String REVIEW = "catalogue.return.review";

    private final Census census;
    private final CensusStore store;
    private final SchemaReader reader;
    private final Access access;

    CensusController(Census census, CensusStore store, SchemaReader reader, Access access) {
        this.census = census;
        this.store = store;
        this.reader = reader;
        this.access = access;
    }

    /** A return with its tables. @param missed those found and not reported */
    record Detail(
            CensusStore.Return filed,
            CensusStore.Round round,
            List<CensusTable> tables,
            List<CensusTable> missed,
            boolean mayFill,
            boolean mayScan) {}

    /** What the unit reports. */
    record Report(
            int revision, @Nullable String note, @Nullable List<CensusTable> tables) {}

    /** A system to be scanned. */
    record Scan(@Nullable String system, @Nullable SourcePlace place) {}

    @PostMapping("/rounds")
    @Permitted("catalogue.round.open")
    @ResponseStatus(HttpStatus.CREATED)
    CensusStore.Round open(Actor actor, @RequestBody Census.Plan plan) {
        return census.open(actor, plan);
    }

    @GetMapping("/rounds")
    @Permitted("catalogue.round.read")
    List<CensusStore.Round> rounds() {
        return store.rounds();
    }

    @GetMapping("/returns/{id}")
    @Permitted(Census.READ)
    Detail one(Actor actor, @PathVariable UUID id) {
        CensusStore.Return filed = census.within(actor, id, Census.READ);
        List<CensusTable> tables = store.tables(id);
        boolean fills = access.rows(actor, Census.FILL).covers(filed.unitId(), null, filed.areaCode());
        return new Detail(
                filed,
                store.round(filed.roundId()).orElseThrow(() -> new Fault(CatalogueError.ROUND_UNKNOWN)),
                tables,
                tables.stream().filter(CensusTable::missed).toList(),
                fills && filed.state().equals("filling"),
                !filed.state().equals("approved") && (fills || access.may(actor, REVIEW)));
    }

    @PutMapping("/returns/{id}")
    @Permitted(Census.FILL)
    Detail save(Actor actor, @PathVariable UUID id, @RequestBody Report report) {
        census.save(
                actor,
                id,
                report.revision(),
                Objects.requireNonNullElse(report.note(), ""),
                Objects.requireNonNullElse(report.tables(), List.<CensusTable>of()));
        return one(actor, id);
    }

    /** Reads which tables a system of the unit has; by the unit itself or by the authority. */
    @PostMapping("/returns/{id}/scans")
    @Permitted(Census.READ)
    Detail scan(Actor actor, @PathVariable UUID id, @RequestBody Scan scan) {
        String permission = access.may(actor, REVIEW) ? REVIEW : Census.FILL;
        access.require(actor, permission);
        census.within(actor, id, permission);
        SourcePlace place = scan.place();
        String system = Objects.requireNonNullElse(scan.system(), "").strip();
        if (place == null || system.isEmpty()) {
            throw new Fault(CatalogueError.SOURCE_PLACE);
        }
        census.scanned(actor, id, permission, system, reader.tables(place));
        return one(actor, id);
    }
}
