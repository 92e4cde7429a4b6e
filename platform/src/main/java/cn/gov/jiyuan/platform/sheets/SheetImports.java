package cn.gov.jiyuan.platform.sheets;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes tables: keeps the file, queues the work, knows what came of each row. */
@Component
class SheetImports {
    private static final int MOST_CSV = 64 << 20;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SheetStore store;
    private final ObjectProvider<SheetTaker> takers;
    private final FileStore files;
    private final LongJobs jobs;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    SheetImports(
            SheetStore store,
            ObjectProvider<SheetTaker> takers,
            FileStore files,
            LongJobs jobs,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.takers = takers;
        this.files = files;
        this.jobs = jobs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    SheetTaker taker(String kind) {
        return takers.stream()
                .filter(taker -> taker.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Fault(SheetsError.UNKNOWN_KIND, kind));
    }

    /** @param dryRun whether rows are only judged */
    @Transactional
    public UUID begin(Actor actor, String kind, String name, InputStream content, boolean dryRun) {
        SheetTaker taker = taker(kind);
        access.require(actor, taker.permission());
        FileStore.StoredFile file = keep(actor, name, content);
        UUID id = Ids.next();
        store.insert(id, kind, file.id(), name, dryRun, actor, clock.instant());
        String title = (dryRun ? "检查" : "导入") + taker.label() + "：" + name;
        store.job(id, jobs.submit(SheetWork.KIND, title, actor, id.toString()));
        audit.record(
                actor, new AuditEvent(kind + ".import", "import", id.toString(), title, Map.of("sm3", file.sm3())));
        return id;
    }

    private FileStore.StoredFile keep(Actor actor, String name, InputStream content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            return files.put(actor, name, XLSX, content);
        }
        if (!lower.endsWith(".csv")) {
            throw Fault.at("/file", SheetsError.KIND, name);
        }
        try {
            byte[] bytes = content.readNBytes(MOST_CSV + 1);
            if (bytes.length == 0 || bytes.length > MOST_CSV) {
                throw Fault.at("/file", SheetsError.UNREADABLE, name);
            }
            return files.put(actor, name, "text/csv", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Fault {@code sheets.unknown} also for what is not within the actor's reach */
    SheetBatch batch(Actor actor, UUID id) {
        return store.find(id).filter(batch -> within(actor, batch)).orElseThrow(() -> new Fault(SheetsError.UNKNOWN));
    }

    List<SheetBatch> newest(Actor actor, String kind) {
        access.require(actor, taker(kind).permission());
        return store.newest(kind, 100).stream()
                .filter(batch -> within(actor, batch))
                .toList();
    }

    private boolean within(Actor actor, SheetBatch batch) {
        RowScope rows = access.rows(actor, taker(batch.kind()).permission());
        return batch.startedBy().equals(actor.personId()) || rows.covers(batch.unitId(), null, null);
    }
}
