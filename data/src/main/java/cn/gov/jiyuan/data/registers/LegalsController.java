package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Legal entities of the register, and who is tied to whom. */
@RestController
@RequestMapping("/api/registers")
class LegalsController {
    private final Legals legals;
    private final SubjectPages pages;
    private final RelationGraph graph;
    private final FieldLineage lineage;

    LegalsController(Legals legals, SubjectPages pages, RelationGraph graph, FieldLineage lineage) {
        this.legals = legals;
        this.pages = pages;
        this.graph = graph;
        this.lineage = lineage;
    }

    record Found(UUID id) {}

    record Added(LocalDate from, Map<String, String> fields) {}

    record Changed(LocalDate from, Map<String, String> fields, String reason) {}

    @GetMapping("/legals")
    @Permitted("registers.legal.read")
    Found byCode(@RequestParam String uscc) {
        return new Found(legals.byCode(Uscc.parse(uscc)).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_LEGAL)));
    }

    @GetMapping("/legals/{id}")
    @Permitted("registers.legal.read")
    SubjectPages.LegalPage legal(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
        return pages.legal(id, on);
    }

    /** Where a field came from: version, run, dataset, batch, row. */
    @GetMapping("/legals/{id}/fields/{field}")
    @Permitted("registers.legal.read")
    FieldLineage.Way field(@PathVariable UUID id, @PathVariable String field) {
        return lineage.ofLegal(id, field);
    }

    @PostMapping("/legals")
    @Permitted("registers.legal.keep")
    Found add(Actor actor, @RequestBody Added told) {
        return new Found(legals.add(actor, told.fields(), told.from()));
    }

    @PostMapping("/legals/{id}/changes")
    @Permitted("registers.legal.keep")
    SubjectPages.LegalPage change(Actor actor, @PathVariable UUID id, @RequestBody Changed told) {
        Mergers.demandReason(told.reason());
        legals.change(actor, id, told.from(), told.fields(), told.reason());
        return pages.legal(id, null);
    }

    @GetMapping("/graph/{id}")
    @Permitted("registers.person.read")
    RelationGraph.Picture graph(@PathVariable UUID id, @RequestParam(defaultValue = "1") int hops) {
        return graph.around(id, hops);
    }
}
