package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the file of a delivery: granted items, masked, within the rows, with its serial and its receiver in it (水印). */
@Component
final class DeliveryWork implements LongWork {
    static final String KIND = "exchange.delivery";
    private static final int STEP = 1_000;

    private final DeliveryStore store;
    private final GrantStore grants;
    private final DirectoryStore directory;
    private final ServedTables tables;
    private final ServedStore rows;
    private final PointQuery reading;
    private final PersonalCipher cipher;
    private final FileStore files;
    private final Journal journal;
    private final Rules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DeliveryWork(
            DeliveryStore store,
            GrantStore grants,
            DirectoryStore directory,
            ServedTables tables,
            ServedStore rows,
            PointQuery reading,
            PersonalCipher cipher,
            FileStore files,
            Journal journal,
            Rules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.grants = grants;
        this.directory = directory;
        this.tables = tables;
        this.rows = rows;
        this.reading = reading;
        this.cipher = cipher;
        this.files = files;
        this.journal = journal;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        UUID id = UUID.fromString(job.argument());
        try {
            write(job, store.find(id).orElseThrow(), progress);
        } catch (Fault fault) {
            transactions.executeWithoutResult(status -> store.failed(id, String.valueOf(fault.getMessage())));
            throw fault;
        }
    }

    private void write(LongJobs.Job job, DeliveryStore.Delivery delivery, Progress progress) {
        Grant grant = grants.find(delivery.grantId()).orElseThrow();
        String dataset = directory
                .find(grant.resourceCode())
                .filter(Entry::listed)
                .map(Entry::dataset)
                .orElseThrow(() -> new Fault(SharingError.NOT_SERVED));
        Served served = tables.of(dataset).orElseThrow(() -> new Fault(SharingError.NOT_SERVED));
        long most = rules.integer("exchange.sharing.delivery-rows", LocalDate.now(clock));
        progress.total(Math.min(most, served.rows()));
        DeliveryFile file = DeliveryFile.of(delivery, grant, served.snapshot(), LocalDate.now(clock));
        List<byte[]> persons = new ArrayList<>();
        long[] count = {0};
        transactions.executeWithoutResult(status -> rows.each(served, grant.conditions(), row -> {
            if (++count[0] > most) {
                throw new Fault(SharingError.TOO_LONG, "行数", most);
            }
            file.row(reading.row(grant, served.layout(), row));
            person(served.layout(), row).ifPresent(persons::add);
            if (count[0] % STEP == 0) {
                progress.advance(STEP);
            }
        }));
        if (progress.cancelled()) {
            return;
        }
        byte[] content = file.content();
        FileStore.StoredFile stored = files.put(job.actor(), file.name(), file.mediaType(), content);
        transactions.executeWithoutResult(status ->
                store.ready(delivery.id(), count[0], served.snapshot(), stored.id(), stored.sm3(), clock.instant()));
        journal.write(call(delivery, grant, job, (int) count[0], persons));
    }

    private java.util.Optional<byte[]> person(Layout layout, ServedStore.Lying row) {
        return layout.person()
                .map(place -> reading.text(layout, row, place.name()))
                .map(idNumber -> cipher.blind("id-number", idNumber));
    }

    private Call call(DeliveryStore.Delivery delivery, Grant grant, LongJobs.Job job, int count, List<byte[]> persons) {
        return new Call(
                Ids.next(),
                clock.instant(),
                grant.id(),
                grant.appKey(),
                grant.unitId(),
                grant.unitName(),
                "delivery",
                grant.resourceCode(),
                grant.resourceName(),
                "",
                delivery.purpose(),
                job.actor().name(),
                delivery.serial(),
                count,
                0,
                200,
                Call.OK,
                delivery.serial(),
                persons,
                grant.firstSuccessAt() == null,
                grant.demo());
    }
}
