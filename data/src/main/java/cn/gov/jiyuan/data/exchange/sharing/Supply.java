package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.backflow.BackflowTaker;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.federation.Federation;
import cn.gov.jiyuan.platform.federation.Federation.Outgoing;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.records.Mask;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Supplies what was granted to another installation (级联供数): after each version of the dataset the rows that are new or
 * different, and word of those that are gone.
 */
@Component
final class Supply implements LongWork {
    static final String KIND = "exchange.supply";
    /** As the log of calls names it. */
    static final String API = "supply";

    private static final int PORTION = 200;
    private static final int MOST_DUE = 50;

    private final LinkedStore linked;
    private final RequestStore requests;
    private final GrantStore grants;
    private final DirectoryStore directory;
    private final ServedTables tables;
    private final ServedStore rows;
    private final PointQuery reading;
    private final Federation federation;
    private final PersonalCipher cipher;
    private final Journal journal;
    private final LongJobs jobs;
    private final TransactionTemplate transactions;
    private final TransactionTemplate apart;
    private final Clock clock;

    Supply(
            LinkedStore linked,
            RequestStore requests,
            GrantStore grants,
            DirectoryStore directory,
            ServedTables tables,
            ServedStore rows,
            PointQuery reading,
            Federation federation,
            PersonalCipher cipher,
            Journal journal,
            LongJobs jobs,
            PlatformTransactionManager manager,
            Clock clock) {
        this.linked = linked;
        this.requests = requests;
        this.grants = grants;
        this.directory = directory;
        this.tables = tables;
        this.rows = rows;
        this.reading = reading;
        this.federation = federation;
        this.cipher = cipher;
        this.journal = journal;
        this.jobs = jobs;
        this.transactions = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Begins a supply for each request whose data have a new version. @return false: it looks again after a pause */
    boolean begin() {
        transactions.executeWithoutResult(status -> {
            for (LinkedStore.Due due : linked.due(MOST_DUE)) {
                linked.begun(due.request(), due.snapshot());
                jobs.submit(
                        KIND,
                        "向对方平台供数：" + due.resourceName(),
                        Actor.SYSTEM,
                        due.request().toString());
            }
        });
        return false;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One pass over the rows of a request. */
    private record Pass(Linked link, ShareRequest request, Grant grant, Entry entry, Served served) {}

    /** A row that is ready to be put. */
    private record Ready(Outgoing row, String mark, byte @Nullable [] person) {}

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        UUID id = UUID.fromString(job.argument());
        Linked link = linked.find(id).orElseThrow();
        Grant grant = grants.ofRequest(id).orElseThrow();
        if (link.state() != Linked.State.GRANTED || grant.state() != Grant.State.ACTIVE) {
            return;
        }
        Entry entry = directory
                .find(grant.resourceCode())
                .filter(Entry::listed)
                .orElseThrow(() -> new Fault(SharingError.NOT_LISTED, grant.resourceCode()));
        String dataset = entry.dataset();
        Served served = (dataset == null ? java.util.Optional.<Served>empty() : tables.of(dataset))
                .orElseThrow(() -> new Fault(SharingError.NOT_SERVED));
        supply(new Pass(link, requests.find(id).orElseThrow(), grant, entry, served), progress);
    }

    private void supply(Pass pass, Progress progress) {
        progress.total(pass.served().rows());
        List<Ready> portion = new ArrayList<>();
        List<byte[]> persons = new ArrayList<>();
        int[] count = {0};
        transactions.executeWithoutResult(status ->
                rows.each(pass.served(), pass.grant().conditions(), row -> {
                    if (progress.cancelled()) {
                        return;
                    }
                    portion.add(ready(pass, row));
                    if (portion.size() == PORTION) {
                        count[0] += put(pass, portion, persons);
                        progress.advance(PORTION);
                    }
                }));
        if (progress.cancelled()) {
            return;
        }
        count[0] += put(pass, portion, persons);
        int gone = removeGone(pass);
        apart.executeWithoutResult(
                status -> linked.supplied(pass.request().id(), pass.served().snapshot()));
        if (count[0] > 0) {
            journal.write(call(pass, count[0], persons));
        }
        progress.say("供出 " + count[0] + " 行，删除 " + gone + " 行");
    }

    private int put(Pass pass, List<Ready> portion, List<byte[]> persons) {
        int[] put = {0};
        apart.executeWithoutResult(status -> portion.forEach(ready -> {
            if (federation.put(ready.row())) {
                put[0]++;
                byte[] person = ready.person();
                if (person != null) {
                    persons.add(person);
                }
            }
            linked.seen(pass.request().id(), ready.mark(), pass.served().snapshot());
        }));
        portion.clear();
        return put[0];
    }

    private int removeGone(Pass pass) {
        int count = 0;
        UUID id = pass.request().id();
        List<String> gone;
        do {
            gone = linked.gone(id, pass.served().snapshot(), PORTION);
            List<String> some = gone;
            apart.executeWithoutResult(status -> some.forEach(mark -> {
                federation.remove(
                        pass.link().peer(),
                        BackflowTaker.TYPE,
                        BackflowTaker.recordId(pass.link().foreignId(), mark));
                linked.forget(id, mark);
            }));
            count += gone.size();
        } while (gone.size() == PORTION);
        return count;
    }

    private Ready ready(Pass pass, ServedStore.Lying lying) {
        Layout layout = pass.served().layout();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        reading.row(pass.grant(), layout, lying).forEach((name, value) -> values.put(name, plain(value)));
        List<SharedItem> keys =
                pass.entry().items().stream().filter(SharedItem::key).toList();
        String key = keys.isEmpty()
                ? String.valueOf(values)
                : keys.stream()
                        .map(item -> String.valueOf(reading.text(layout, lying, item.name())))
                        .collect(Collectors.joining("\n"));
        String mark = HexFormat.of().formatHex(cipher.blind("exchange.supply", key));
        String label = pass.entry().name() + "："
                + keys.stream()
                        .map(item -> item.title() + " " + shown(item, reading.text(layout, lying, item.name())))
                        .collect(Collectors.joining("，"));
        byte[] person = layout.person()
                .map(place -> reading.text(layout, lying, place.name()))
                .map(number -> cipher.blind("id-number", number))
                .orElse(null);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("resource", pass.entry().code());
        content.put("values", values);
        return new Ready(
                new Outgoing(
                        pass.link().peer(),
                        BackflowTaker.TYPE,
                        BackflowTaker.recordId(pass.link().foreignId(), mark),
                        label,
                        pass.entry().unitId(),
                        content),
                mark,
                person);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Temporal || value instanceof java.sql.Date ? value.toString() : value;
    }

    /** As it may stand in a list: a personal key masked. */
    private static String shown(SharedItem item, @Nullable String value) {
        if (value == null) {
            return "（空）";
        }
        return item.personal() ? Mask.ID_NUMBER.of(value) : value;
    }

    private Call call(Pass pass, int count, List<byte[]> persons) {
        Grant grant = pass.grant();
        return new Call(
                Ids.next(),
                clock.instant(),
                grant.id(),
                grant.appKey(),
                grant.unitId(),
                grant.unitName(),
                API,
                grant.resourceCode(),
                grant.resourceName(),
                "",
                grant.purpose(),
                "级联供数",
                String.valueOf(pass.request().number()),
                count,
                0,
                200,
                Call.OK,
                null,
                persons,
                grant.firstSuccessAt() == null,
                grant.demo());
    }
}
