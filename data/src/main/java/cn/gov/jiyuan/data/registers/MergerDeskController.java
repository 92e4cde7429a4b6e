package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk at which subjects are merged and split, and the answer to what an old id stands for. */
@RestController
@RequestMapping("/api/registers")
class MergerDeskController {
    private final Proposals proposals;
    private final Mergers mergers;
    private final SubjectStore subjects;

    MergerDeskController(Proposals proposals, Mergers mergers, SubjectStore subjects) {
        this.proposals = proposals;
        this.mergers = mergers;
        this.subjects = subjects;
    }

    record Made(UUID id) {}

    record Merger(UUID kept, UUID other, String reason) {}

    record Splitting(UUID from, String number, Map<String, String> fields, String reason) {}

    record Decision(boolean approve, @Nullable String note) {}

    /** @param outcome mapping of the merger or the subject that was split off; null for a refusal */
    record Decided(@Nullable UUID outcome) {}

    record Reason(String reason) {}

    /** @param mayDecide false for whoever proposed it, while two persons are demanded */
    record Shown(ProposalStore.Proposal proposal, boolean mayDecide) {}

    /**
     * What an id stands for.
     *
     * @param standing the id that stands for it today @param family all ids that this one stands for
     */
    record Standing(UUID id, String kind, UUID standing, List<UUID> family, List<SubjectStore.Mapping> mappings) {}

    @GetMapping("/subjects/{id}")
    @Permitted("registers.legal.read")
    Standing standing(@PathVariable UUID id) {
        SubjectStore.Subject asked = subjects.find(id).orElseThrow(() -> new Fault(RegistersError.UNKNOWN_SUBJECT));
        UUID root = subjects.root(id);
        List<UUID> family = subjects.family(root);
        return new Standing(id, asked.kind(), root, family, subjects.mappings(family));
    }

    @PostMapping("/proposals/mergers")
    @Permitted("registers.subject.propose")
    Made merge(Actor actor, @RequestBody Merger told) {
        return new Made(proposals.merge(actor, told.kept(), told.other(), told.reason()));
    }

    @PostMapping("/proposals/splits")
    @Permitted("registers.subject.propose")
    Made split(Actor actor, @RequestBody Splitting told) {
        return new Made(proposals.split(actor, told.from(), told.number(), told.fields(), told.reason()));
    }

    @GetMapping("/proposals/{id}")
    @Permitted("registers.proposal.read")
    Shown proposal(Actor actor, @PathVariable UUID id) {
        ProposalStore.Proposal one = proposals.get(id);
        return new Shown(one, proposals.mayDecide(actor, one));
    }

    @PostMapping("/proposals/{id}/decision")
    @Permitted("registers.subject.merge")
    Decided decide(Actor actor, @PathVariable UUID id, @RequestBody Decision told) {
        return new Decided(proposals.decide(actor, id, told.approve(), told.note() == null ? "" : told.note()));
    }

    @PostMapping("/mergers/{id}/undo")
    @Permitted("registers.subject.merge")
    void undo(Actor actor, @PathVariable UUID id, @RequestBody Reason told) {
        mergers.undo(actor, id, told.reason());
    }
}
