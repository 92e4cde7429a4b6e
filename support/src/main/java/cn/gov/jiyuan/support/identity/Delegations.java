package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Person;
import cn.gov.jiyuan.platform.parties.Representation.Relation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Granting, answering, ending and prolonging the right to act for another (授权代办). It is always the human being who
 * grants or answers, in whatever capacity he is at the moment; for a firm it is its registered legal representative.
 */
@Service
class Delegations {
    private final DelegationStore store;
    private final Parties parties;
    private final PeopleFinder people;
    private final ItemCatalogue items;
    private final DelegationRules rules;
    private final Majority majority;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;

    Delegations(
            JdbcClient jdbc,
            Parties parties,
            PeopleFinder people,
            ItemCatalogue items,
            DelegationRules rules,
            Majority majority,
            Messages messages,
            Audit audit,
            Clock clock) {
        this.store = new DelegationStore(jdbc);
        this.parties = parties;
        this.people = people;
        this.items = items;
        this.rules = rules;
        this.majority = majority;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A grant as filled in.
     *
     * @param id made with the form, so that sending it twice makes one
     * @param entity the firm for which; null for himself
     * @param itemCodes empty for all items
     */
    record Offer(
            UUID id,
            @Nullable UUID entity,
            PeopleFinder.Wanted agent,
            List<String> itemCodes,
            int level,
            LocalDate from,
            LocalDate to,
            @Nullable UUID replaces) {}

    @Transactional
    public UUID offer(Actor actor, Offer offer) {
        requirePrincipal(actor, offer.entity());
        requireDays(offer.from(), offer.to());
        Person agent = people.find(actor, offer.agent());
        requireCapable(actor, agent);
        Delegation made = new Delegation(
                offer.id(),
                offer.entity() == null ? actor.personId() : offer.entity(),
                offer.entity() != null,
                agent.id(),
                offer.entity() == null ? Relation.ENTRUSTED : Relation.HANDLER,
                offer.itemCodes().stream().map(this::item).toList(),
                Math.max(offer.level(), rules.level()),
                offer.from(),
                offer.to(),
                DelegationState.OFFERED,
                offer.replaces(),
                clock.instant(),
                null,
                1);
        if (store.insert(made)) {
            note(actor, made, "发起授权", made.scope() + "，" + period(made));
            tell(made.agentId(), made, "offered", nameOf(made), made.scope(), period(made));
        }
        return made.id();
    }

    /** Offers what one handler of a firm may do to another; the former one's right ends when the new one accepts. */
    @Transactional
    public UUID handOver(Actor actor, UUID id, PeopleFinder.Wanted agent) {
        Delegation former = lock(id);
        requireRepresentative(actor, former.principalId());
        require(former.state() == DelegationState.ACTIVE && former.enterprise(), former);
        LocalDate from = former.validFrom().isBefore(today()) ? today() : former.validFrom();
        List<String> codes = former.items().stream().map(Delegation.Item::code).toList();
        return offer(
                actor,
                new Offer(Ids.next(), former.principalId(), agent, codes, former.level(), from, former.validTo(), id));
    }

    /** Only for himself or for a firm that the register says is his; what one may do for another cannot be passed on. */
    void requirePrincipal(Actor actor, @Nullable UUID entity) {
        if (entity != null) {
            requireRepresentative(actor, entity);
        } else if (actor.actingAs() == ActingAs.OTHER) {
            throw new Fault(IdentityError.NOT_PASSED_ON);
        } else if (majority.isMinor(person(actor.personId()))) {
            throw new Fault(IdentityError.MINOR_GRANTS, majority.age());
        }
    }

    LegalEntity requireRepresentative(Actor actor, UUID entity) {
        return parties.represented(actor.personId()).stream()
                .filter(found -> found.id().equals(entity))
                .findFirst()
                .orElseThrow(() -> new Fault(IdentityError.NOT_REPRESENTATIVE));
    }

    private void requireDays(LocalDate from, LocalDate to) {
        if (from.isBefore(today())) {
            throw Fault.at("/from", IdentityError.FROM_PAST, DateText.full(today()));
        }
        if (to.isBefore(from)) {
            throw Fault.at("/to", IdentityError.TO_BEFORE_FROM);
        }
        requireShort(from, to);
    }

    private void requireShort(LocalDate from, LocalDate to) {
        if (to.isAfter(rules.latest(from))) {
            throw Fault.at("/to", IdentityError.TOO_LONG, rules.longest(), DateText.full(rules.latest(from)));
        }
    }

    private void requireCapable(Actor actor, Person agent) {
        if (agent.id().equals(actor.personId())) {
            throw Fault.at("/name", IdentityError.ONESELF);
        }
        if (majority.isMinor(agent)) {
            throw Fault.at("/name", IdentityError.MINOR_AGENT, majority.age());
        }
    }

    private Delegation.Item item(String code) {
        return items.inForce(code)
                .map(guide -> new Delegation.Item(code, guide.name()))
                .orElseThrow(() -> Fault.at("/items", IdentityError.UNKNOWN_ITEM));
    }

    /** Somebody asks to be the handler of a firm; its legal representative has to confirm. */
    @Transactional
    public UUID request(Actor actor, UUID id, LegalEntity entity, LocalDate to) {
        requireShort(today(), to);
        UUID representative = entity.legalRepresentativeId();
        if (representative == null) {
            throw Fault.at("/uscc", IdentityError.NO_REPRESENTATIVE, entity.name());
        }
        store.between(actor.personId(), entity.id()).stream()
                .filter(found -> found.state() == DelegationState.REQUESTED || found.inForce(today()))
                .findFirst()
                .ifPresent(found -> {
                    throw Fault.at("/uscc", IdentityError.ASKED_ALREADY, entity.name(), found.status(today()));
                });
        Delegation made = new Delegation(
                id,
                entity.id(),
                true,
                actor.personId(),
                Relation.HANDLER,
                List.of(),
                rules.level(),
                today(),
                to,
                DelegationState.REQUESTED,
                null,
                clock.instant(),
                null,
                1);
        if (store.insert(made)) {
            note(actor, made, "申请登记为经办人", period(made));
            tell(representative, made, "requested", actor.name(), entity.name());
        }
        return id;
    }

    /** The agent takes what was offered, or the legal representative confirms what was asked for. */
    @Transactional
    public void accept(Actor actor, UUID id) {
        Delegation found = lock(id);
        if (found.state() == DelegationState.REQUESTED) {
            requireRepresentative(actor, found.principalId());
            requireLevel(actor, rules.representativeLevel());
        } else {
            require(found.state() == DelegationState.OFFERED, found);
            requireAgent(actor, found);
            requireLevel(actor, found.level());
        }
        if (found.isOver(today())) {
            throw new Fault(IdentityError.DELEGATION_STATE, "已过终止日");
        }
        store.answer(id, DelegationState.ACTIVE);
        parties.grant(actor, found.right(nameOf(found)));
        note(actor, found, found.state() == DelegationState.REQUESTED ? "法定代表人确认" : "接受授权", "");
        tell(other(actor, found), found, "accepted", nameOf(found), agentName(found));
        UUID former = found.replaces();
        if (former != null && lock(former).state() == DelegationState.ACTIVE) {
            close(actor, lock(former), DelegationState.REVOKED, "移交给" + agentName(found));
        }
    }

    private void requireLevel(Actor actor, int level) {
        int his = person(actor.personId()).realLevel();
        if (his < level) {
            throw new Fault(IdentityError.LEVEL, level, his);
        }
    }

    @Transactional
    public void decline(Actor actor, UUID id) {
        Delegation found = lock(id);
        require(found.state().isOpen(), found);
        if (found.state() == DelegationState.REQUESTED) {
            requireRepresentative(actor, found.principalId());
        } else {
            requireAgent(actor, found);
        }
        store.answer(id, DelegationState.DECLINED);
        note(actor, found, "没有接受", "");
        tell(other(actor, found), found, "declined", nameOf(found), agentName(found));
    }

    /** Ends it from whichever side: taken back, revoked, or given up. */
    @Transactional
    public void end(Actor actor, UUID id, String reason) {
        Delegation found = lock(id);
        require(found.state().isOpen() || found.state() == DelegationState.ACTIVE, found);
        boolean principal = isPrincipal(actor, found);
        if (!principal) {
            requireAgent(actor, found);
        }
        if (found.relation() == Relation.GUARDIAN) {
            throw new Fault(IdentityError.GUARDIAN_STAYS);
        }
        DelegationState to = found.state().isOpen()
                ? DelegationState.WITHDRAWN
                : principal ? DelegationState.REVOKED : DelegationState.RESIGNED;
        close(actor, found, to, reason);
    }

    private void close(Actor actor, Delegation found, DelegationState to, String reason) {
        store.answer(found.id(), to);
        if (found.state() == DelegationState.ACTIVE) {
            parties.revoke(actor, found.id());
        }
        note(actor, found, to.label(), reason);
        tell(other(actor, found), found, "ended", nameOf(found), agentName(found), to.label());
    }

    /** Sets a later last day, also after the former one has passed (续授权). */
    @Transactional
    public void prolong(Actor actor, UUID id, LocalDate to) {
        Delegation found = lock(id);
        require(found.state() == DelegationState.ACTIVE && found.relation() != Relation.GUARDIAN, found);
        if (!isPrincipal(actor, found)) {
            throw new Fault(IdentityError.NO_DELEGATION);
        }
        if (!to.isAfter(found.validTo()) || to.isBefore(today())) {
            throw Fault.at("/to", IdentityError.NOT_LATER, DateText.full(found.validTo()));
        }
        requireShort(today(), to);
        store.prolong(id, to);
        parties.prolong(actor, id, to);
        note(actor, found, "续授权", "至 " + DateText.full(to));
        messages.send(
                found.agentId(),
                "identity.delegation-prolonged",
                List.of(nameOf(found), DateText.full(to)),
                "/identity/capacity?next=/my&want=" + found.principalId());
    }

    /** The agent asks the principal for a renewal; not again within the time that the rules set. */
    @Transactional
    public void askRenewal(Actor actor, UUID id) {
        Delegation found = lock(id);
        requireAgent(actor, found);
        require(found.state() == DelegationState.ACTIVE, found);
        Instant now = clock.instant();
        if (!store.remind(id, now, now.minus(rules.betweenReminders()))) {
            throw new Fault(IdentityError.REMINDED, rules.betweenReminders().toHours());
        }
        note(actor, found, "请求续授权", "");
        tell(principalPerson(found), found, "renewal", agentName(found), found.scope(), DateText.full(found.validTo()));
    }

    List<Delegation> given(UUID principal) {
        return store.given(principal);
    }

    List<Delegation> received(UUID agent) {
        return store.received(agent);
    }

    List<Delegation.Event> history(UUID id) {
        return store.history(id);
    }

    /** For its two sides only. */
    Delegation require(Actor actor, UUID id) {
        return store.find(id)
                .filter(found -> found.agentId().equals(actor.personId()) || isPrincipal(actor, found))
                .orElseThrow(() -> new Fault(IdentityError.NO_DELEGATION));
    }

    boolean isPrincipal(Actor actor, Delegation found) {
        return found.enterprise()
                ? parties.represented(actor.personId()).stream()
                        .anyMatch(entity -> entity.id().equals(found.principalId()))
                : found.principalId().equals(actor.personId());
    }

    private static void requireAgent(Actor actor, Delegation found) {
        if (!found.agentId().equals(actor.personId())) {
            throw new Fault(IdentityError.NO_DELEGATION);
        }
    }

    private static void require(boolean condition, Delegation found) {
        if (!condition) {
            throw new Fault(IdentityError.DELEGATION_STATE, found.state().label());
        }
    }

    private Delegation lock(UUID id) {
        return store.lock(id).orElseThrow(() -> new Fault(IdentityError.NO_DELEGATION));
    }

    String nameOf(Delegation d) {
        return d.enterprise()
                ? parties.legalEntity(d.principalId()).map(LegalEntity::name).orElse("")
                : parties.person(d.principalId()).map(Person::name).orElse("");
    }

    String agentName(Delegation d) {
        return parties.person(d.agentId()).map(Person::name).orElse("");
    }

    private UUID principalPerson(Delegation d) {
        UUID representative = d.enterprise()
                ? parties.legalEntity(d.principalId())
                        .map(LegalEntity::legalRepresentativeId)
                        .orElse(null)
                : d.principalId();
        return representative == null ? d.principalId() : representative;
    }

    private UUID other(Actor actor, Delegation d) {
        return d.agentId().equals(actor.personId()) ? principalPerson(d) : d.agentId();
    }

    private Person person(UUID id) {
        return parties.person(id).orElseThrow(() -> new Fault(IdentityError.NO_DELEGATION));
    }

    static String period(Delegation d) {
        return DateText.full(d.validFrom()) + "至 " + DateText.full(d.validTo()) + "（含当日）";
    }

    private void tell(UUID to, Delegation d, String what, Object... arguments) {
        messages.send(to, "identity.delegation-" + what, List.of(arguments), "/identity/delegations/" + d.id());
    }

    private void note(Actor actor, Delegation d, String what, String note) {
        store.note(d.id(), clock.instant(), actor.personId(), what, note);
        audit.record(
                actor,
                new AuditEvent(
                        "identity.delegation",
                        "delegation",
                        d.id().toString(),
                        "授权代办：" + what + (note.isEmpty() ? "" : "（" + note + "）"),
                        Map.of("relation", d.relation().name())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
