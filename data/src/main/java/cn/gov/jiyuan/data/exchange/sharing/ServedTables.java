package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.sharing.Layout.Place;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes serving tables out of snapshots of the hub and knows which is in force. Readers see one version or the next; the
 * table of the version before is dropped a little later, when nobody reads it any more.
 */
@Component
class ServedTables {
    static final String SEALED = "exchange.served.sealed";
    private static final Logger LOG = LoggerFactory.getLogger(ServedTables.class);

    private final ServedStore store;
    private final DirectoryStore directory;
    private final ObjectProvider<Datasets> datasets;
    private final PersonalCipher cipher;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Lately<Served> known;

    ServedTables(
            ServedStore store,
            DirectoryStore directory,
            ObjectProvider<Datasets> datasets,
            PersonalCipher cipher,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.datasets = datasets;
        this.cipher = cipher;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.known = new Lately<>(store::find);
    }

    /** The table in force, as of at most a second ago. */
    Optional<Served> of(String dataset) {
        return known.of(dataset);
    }

    void forget(String dataset) {
        known.forget(dataset);
    }

    /** Notes that a dataset is to be served anew, in the caller's transaction; it is made a moment later. */
    void want(@Nullable String dataset) {
        if (dataset != null) {
            store.wish(dataset, clock.instant());
        }
    }

    /** Makes what was wished for. @return whether any was made */
    boolean catchUp() {
        Datasets hub = datasets.getIfAvailable();
        if (hub == null) {
            return false;
        }
        boolean made = false;
        for (String dataset : store.wishes()) {
            try {
                made |= make(hub, dataset);
            } catch (Fault fault) {
                LOG.warn("serving table of {} could not be made", dataset, fault);
                store.failed(dataset, String.valueOf(fault.getMessage()));
            }
            store.fulfilled(dataset);
        }
        return made;
    }

    private boolean make(Datasets hub, String dataset) {
        Optional<Snapshot> snapshot = hub.find(dataset).isEmpty() ? Optional.empty() : hub.current(dataset);
        long served = store.find(dataset).map(Served::snapshot).orElse(0L);
        if (snapshot.isEmpty()
                || served >= snapshot.get().number()
                || directory.ofDataset(dataset).isEmpty()) {
            return false;
        }
        build(hub, hub.get(dataset), snapshot.get());
        return true;
    }

    /** Drops what nobody can read any more: tables older than any request that might still look at them. */
    void clearAway() {
        store.orphans().forEach(store::drop);
    }

    private void build(Datasets hub, Dataset dataset, Snapshot snapshot) {
        Layout layout = Layout.of(dataset);
        String table = transactions.execute(status -> {
            String made = store.create(layout, dataset.title() + "，版本 " + snapshot.number());
            long rows = fill(hub, snapshot, layout, made);
            store.index(made, layout);
            store.enforce(new Served(dataset.name(), made, snapshot.number(), rows, layout, clock.instant()));
            return made;
        });
        forget(dataset.name());
        LOG.info("dataset {} is served from {} as of version {}", dataset.name(), table, snapshot.number());
    }

    private long fill(Datasets hub, Snapshot snapshot, Layout layout, String table) {
        try (DataSession session = hub.open(Map.of("data", snapshot));
                BulkWriter writer = store.writer(table, layout)) {
            session.each("select * from data", List.of(), row -> writer.row(values(layout, row)));
            return writer.end();
        }
    }

    private @Nullable Object[] values(Layout layout, DataSession.Row row) {
        UUID id = Ids.next();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(id);
        List<@Nullable String> personal =
                layout.personal().stream().map(place -> row.text(place.name())).toList();
        values.add(personal.isEmpty() ? null : cipher.seal(SEALED, id, SealedRow.join(personal)));
        for (Place place : layout.lookups()) {
            if (place.personal()) {
                String value = row.text(place.name());
                values.add(value == null ? null : cipher.blind(place.domain(), value));
            }
        }
        layout.clear().forEach(place -> values.add(row.get(place.name())));
        return values.toArray();
    }
}
