package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Representation.Relation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A delegation in every state for the accounts of the tour, and a mother with her child. */
@Component
final class DemoDelegations implements DemoSource {
    private final DelegationStore store;
    private final Parties parties;
    private final ItemCatalogue items;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoDelegations(
            JdbcClient jdbc,
            Parties parties,
            ItemCatalogue items,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = new DelegationStore(jdbc);
        this.parties = parties;
        this.items = items;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public String title() {
        return "授权代办";
    }

    @Override
    public void load(Progress progress) {
        List<Delegation> all = all(LocalDate.now(clock));
        progress.total(all.size());
        transactions.executeWithoutResult(status -> {
            store.removeDemo();
            all.forEach(this::insert);
            parties.loadDemo(all.stream()
                    .filter(found -> found.state() == DelegationState.ACTIVE)
                    .map(found -> found.right(""))
                    .toList());
        });
        progress.advance(all.size());
    }

    private void insert(Delegation d) {
        store.insert(d);
        store.note(d.id(), d.offeredAt(), d.agentId(), "演示数据", d.scope());
        store.markDemo(d.id());
    }

    private List<Delegation> all(LocalDate today) {
        List<Delegation.Item> transfer = item("社会保险关系转移");
        List<Delegation.Item> allowance = item("高龄津贴给付");
        UUID me = citizen(0);
        UUID firm = DemoPopulation.firm(0).id();
        LocalDate start = today.minusMonths(3);
        LocalDate end = today.plusMonths(9);
        return List.of(
                one(1, me, citizen(1), Relation.ENTRUSTED, List.of(), start, end, DelegationState.ACTIVE),
                one(2, me, citizen(4), Relation.ENTRUSTED, transfer, today, end, DelegationState.OFFERED),
                one(3, me, citizen(5), Relation.ENTRUSTED, allowance, start, end, DelegationState.DECLINED),
                one(4, citizen(2), me, Relation.ENTRUSTED, transfer, start, today.minusDays(1), DelegationState.ACTIVE),
                one(5, citizen(3), me, Relation.ENTRUSTED, allowance, start, end, DelegationState.ACTIVE),
                one(6, citizen(7), me, Relation.ENTRUSTED, transfer, start, end, DelegationState.REVOKED),
                one(7, citizen(8), me, Relation.ENTRUSTED, transfer, today, end, DelegationState.OFFERED),
                one(8, firm, citizen(1), Relation.HANDLER, List.of(), start, end, DelegationState.ACTIVE),
                one(9, firm, citizen(4), Relation.HANDLER, List.of(), today, end, DelegationState.REQUESTED),
                one(10, firm, citizen(5), Relation.HANDLER, List.of(), start, end, DelegationState.RESIGNED),
                one(
                        11,
                        DemoPopulation.child().id(),
                        citizen(DemoPopulation.MOTHER),
                        Relation.GUARDIAN,
                        List.of(),
                        start,
                        DemoPopulation.child().idNumber().birth().plusYears(18).minusDays(1),
                        DelegationState.ACTIVE));
    }

    private List<Delegation.Item> item(String name) {
        return items.list(new ItemFilter(name, null, null, null, null, null, null), null, 1).stream()
                .map(found -> new Delegation.Item(found.code(), found.name()))
                .toList();
    }

    private Delegation one(
            int number,
            UUID principal,
            UUID agent,
            Relation relation,
            List<Delegation.Item> scope,
            LocalDate from,
            LocalDate to,
            DelegationState state) {
        return new Delegation(
                UUID.nameUUIDFromBytes(("demo:delegation:" + number).getBytes(StandardCharsets.UTF_8)),
                principal,
                relation == Relation.HANDLER,
                agent,
                relation,
                scope,
                relation == Relation.GUARDIAN ? 1 : 2,
                from,
                to,
                state,
                null,
                from.atTime(9, 0).atZone(clock.getZone()).toInstant(),
                null,
                1);
    }

    private static UUID citizen(int number) {
        return DemoPopulation.citizen(number).id();
    }
}
