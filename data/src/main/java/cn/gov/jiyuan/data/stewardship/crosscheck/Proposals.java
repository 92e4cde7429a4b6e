package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units ask to be the source of an item; a decision for them ends the source before (数源的提请和裁定). */
@Service
class Proposals {
    private static final String PROPOSE = "stewardship.crosscheck.propose";
    private static final String PAGE = "/workbench/stewardship/items/";
    private final ProposalStore store;
    private final Authorities authorities;
    private final DatasetReach reach;
    private final Parties parties;
    private final Messages messages;
    private final StewardshipTrail trail;
    private final Clock clock;

    Proposals(
            ProposalStore store,
            Authorities authorities,
            DatasetReach reach,
            Parties parties,
            Messages messages,
            StewardshipTrail trail,
            Clock clock) {
        this.store = store;
        this.authorities = authorities;
        this.reach = reach;
        this.parties = parties;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    /** What stands in the form. */
    record Wanted(
            @Nullable String item,
            @Nullable String title,
            Authorities.@Nullable Told source,
            @Nullable String codeTable,
            @Nullable String basis,
            @Nullable LocalDate validFrom,
            @Nullable String reason) {}

    /** @throws Fault {@code stewardship.proposed}, {@code stewardship.own-item}, or what is wrong with the form */
    @Transactional
    public Proposal propose(Actor actor, Wanted wanted) {
        String item = Authorities.wanted(wanted.item(), "item", "数据项标识");
        Source source = authorities.source(actor, PROPOSE, wanted.source(), "/source");
        LocalDate from = Objects.requireNonNullElse(wanted.validFrom(), LocalDate.now(clock));
        Authority now = authorities.inForce(item).orElse(null);
        if (now != null && now.source().dataset().equals(source.dataset())) {
            throw new Fault(StewardshipError.OWN_ITEM, now.title());
        }
        Proposal proposal = new Proposal(
                Ids.next(),
                item,
                now == null ? Authorities.wanted(wanted.title(), "title", "数据项名称") : now.title(),
                source,
                now == null ? wanted.codeTable() : now.codeTable(),
                Authorities.wanted(wanted.basis(), "basis", "依据"),
                from,
                StewardshipTrail.reason("/reason", Objects.requireNonNullElse(wanted.reason(), "")),
                Proposal.State.WAITING,
                actor.personId(),
                actor.name(),
                clock.instant(),
                null,
                null,
                "");
        if (!store.insert(proposal)) {
            throw new Fault(StewardshipError.PROPOSED, proposal.title());
        }
        trail.record(
                actor,
                "authority",
                "propose",
                proposal.id().toString(),
                "提请作为数源：" + proposal.title() + "由" + authorities.name(source.unitId()) + "负责",
                Map.of("item", item, "dataset", source.dataset(), "reason", proposal.reason()));
        for (Post post : parties.holders(Unit.idOf("data"), "datamanager", LocalDate.now(clock))) {
            messages.send(
                    post.personId(),
                    "stewardship.proposed",
                    List.of(proposal.title(), authorities.name(source.unitId())),
                    PAGE + item);
        }
        return proposal;
    }

    /** The source in force ends on the day before; the proposed one follows. */
    @Transactional
    public Authority accept(Actor actor, UUID id, String reason) {
        Proposal proposal = waiting(id);
        String words = StewardshipTrail.reason("/reason", reason);
        LocalDate from = proposal.validFrom();
        authorities.yields(actor, proposal.item(), from);
        Authority authority = authorities.appoint(
                actor,
                new Authorities.Appointment(
                        proposal.item(),
                        proposal.title(),
                        new Authorities.Told(
                                proposal.source().dataset(),
                                proposal.source().keyColumn(),
                                proposal.source().valueColumn(),
                                proposal.source().asOfColumn()),
                        proposal.codeTable(),
                        proposal.basis(),
                        from,
                        null));
        decided(actor, proposal, Proposal.State.ACCEPTED, words);
        return authority;
    }

    @Transactional
    public void refuse(Actor actor, UUID id, String reason) {
        decided(actor, waiting(id), Proposal.State.REFUSED, StewardshipTrail.reason("/reason", reason));
    }

    List<Proposal> of(String item) {
        return store.of(item);
    }

    private Proposal waiting(UUID id) {
        Proposal proposal = store.lock(id).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, id));
        if (proposal.state() != Proposal.State.WAITING) {
            throw new Fault(StewardshipError.DECIDED);
        }
        return proposal;
    }

    private void decided(Actor actor, Proposal proposal, Proposal.State state, String words) {
        store.decide(proposal.id(), state, actor.name(), words, clock.instant());
        trail.record(
                actor,
                "authority",
                state == Proposal.State.ACCEPTED ? "accept" : "refuse",
                proposal.id().toString(),
                state.label() + "数源提请：" + proposal.title() + "，"
                        + authorities.name(proposal.source().unitId()),
                Map.of("item", proposal.item(), "reason", words));
        messages.send(
                proposal.byId(),
                "stewardship.proposal-decided",
                List.of(proposal.title(), state.label(), words),
                PAGE + proposal.item());
    }
}
