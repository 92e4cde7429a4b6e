package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.exchange.PersonalReads;
import cn.gov.jiyuan.contracts.stewardship.DataUse;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.portal.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** Persons of the register. Numbers go in bodies, never in addresses, which are logged. */
@RestController
@RequestMapping("/api/registers")
class PersonsController {
    private static final int AT_ONCE = 1_000;
    private final Persons persons;
    private final SubjectPages pages;
    private final FieldLineage lineage;
    private final PersonalReads reads;
    private final DataUse uses;
    private final SubjectStore subjects;
    private final Texts texts;
    private final Clock clock;

    PersonsController(
            Persons persons,
            SubjectPages pages,
            FieldLineage lineage,
            PersonalReads reads,
            DataUse uses,
            SubjectStore subjects,
            Texts texts,
            Clock clock) {
        this.persons = persons;
        this.pages = pages;
        this.lineage = lineage;
        this.reads = reads;
        this.uses = uses;
        this.subjects = subjects;
        this.texts = texts;
        this.clock = clock;
    }

    record Number(String idNumber) {}

    record Found(UUID id) {}

    record Added(LocalDate from, Map<String, String> fields) {}

    record Changed(LocalDate from, Map<String, String> fields, String reason) {}

    record Death(
            String idNumber, LocalDate diedOn, @Nullable String certificate) {}

    /** @param outcome RECORDED, KNOWN or REFUSED with the reason */
    record DeathLine(int line, String outcome, String message) {}

    @PostMapping("/persons/lookup")
    @Permitted("registers.person.read")
    Found lookup(@RequestBody Number asked) {
        return new Found(persons.byNumber(CitizenId.parse(asked.idNumber(), LocalDate.now(clock)))
                .orElseThrow(() -> new Fault(RegistersError.UNKNOWN_PERSON)));
    }

    @GetMapping("/persons/{id}")
    @Permitted("registers.person.read")
    SubjectPages.PersonPage person(
            Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
        SubjectPages.PersonPage page = pages.person(id, on);
        told(actor, id, "人口基础库档案（脱敏）");
        return page;
    }

    /** Where a field came from: version, run, dataset, batch, row. */
    @GetMapping("/persons/{id}/fields/{field}")
    @Permitted("registers.person.read")
    FieldLineage.Way field(Actor actor, @PathVariable UUID id, @PathVariable String field) {
        FieldLineage.Way way = lineage.ofPerson(id, field);
        told(actor, id, "人口基础库“" + way.title() + "”的来历");
        return way;
    }

    /** The person sees who looked. */
    private void told(Actor actor, UUID id, String what) {
        String number = persons.current(id).facts().idNumber();
        if (number != null) {
            reads.read(actor, new CitizenId(number), what, "维护基础库");
        }
        uses.called(PersonPipeline.TARGET, DataUse.Kind.SERVICE, LocalDate.now(clock), 1);
    }

    @GetMapping("/persons/{id}/matters")
    @Permitted("registers.person.matters")
    List<SubjectStore.Matter> matters(Actor actor, @PathVariable UUID id) {
        told(actor, id, "历次办件");
        return subjects.matters(subjects.family(subjects.root(id)));
    }

    @PostMapping("/persons")
    @Permitted("registers.person.keep")
    Found add(Actor actor, @RequestBody Added told) {
        return new Found(persons.add(actor, told.fields(), told.from()));
    }

    @PostMapping("/persons/{id}/changes")
    @Permitted("registers.person.keep")
    SubjectPages.PersonPage change(Actor actor, @PathVariable UUID id, @RequestBody Changed told) {
        Mergers.demandReason(told.reason());
        persons.change(actor, id, told.from(), told.fields(), told.reason());
        return pages.person(id, null);
    }

    /** Deaths as the health department or the police tell them; each line stands alone. */
    @PostMapping("/deaths")
    @Permitted("registers.person.keep")
    List<DeathLine> deaths(Actor actor, @RequestBody List<Death> deaths) {
        if (deaths.size() > AT_ONCE) {
            throw new Fault(RegistersError.TOO_MANY, AT_ONCE);
        }
        List<DeathLine> lines = new ArrayList<>();
        for (int i = 0; i < deaths.size(); i++) {
            lines.add(death(actor, i + 1, deaths.get(i)));
        }
        return lines;
    }

    private DeathLine death(Actor actor, int line, Death death) {
        try {
            UUID id = lookup(new Number(death.idNumber())).id();
            String reason = death.certificate() == null ? "死亡信息" : "死亡医学证明 " + death.certificate();
            boolean fresh = persons.died(actor, id, death.diedOn(), reason);
            return new DeathLine(line, fresh ? "RECORDED" : "KNOWN", "");
        } catch (Fault e) {
            if (e.code() == RegistersError.NOT_THE_SOURCE || e.code() == RegistersError.NO_UNIT) {
                throw e;
            }
            return new DeathLine(line, "REFUSED", texts.of(e.code().code(), e.arguments()));
        }
    }
}
