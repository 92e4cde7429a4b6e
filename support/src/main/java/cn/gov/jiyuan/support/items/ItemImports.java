package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.sheets.SheetsError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes lists of items from spreadsheets: keeps the file, queues the work, knows what came of each row (事项导入). */
@Component
class ItemImports {
    static final String RUN = "items.import.run";
    private static final int MOST_CSV = 64 << 20;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportStore store;
    private final FileStore files;
    private final LongJobs jobs;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ItemImports(ImportStore store, FileStore files, LongJobs jobs, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.files = files;
        this.jobs = jobs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Queues an import.
     *
     * @param dryRun whether rows are only judged
     * @throws Fault {@code items.sheet-kind} for anything but CSV and XLSX
     */
    @Transactional
    public UUID begin(Actor actor, ImportKind kind, String name, InputStream content, boolean dryRun) {
        if (kind != ImportKind.ITEMS) {
            access.require(actor, CatalogueApi.KEEP);
        }
        FileStore.StoredFile file = keep(actor, name, content);
        UUID id = Ids.next();
        store.insert(id, kind, file.id(), name, dryRun, actor, clock.instant());
        String title = (dryRun ? "检查" : "导入") + kind.label() + "：" + name;
        store.job(id, jobs.submit(ImportWork.KIND, title, actor, id.toString()));
        audit.record(actor, new AuditEvent("items.import", "import", id.toString(), title, Map.of("sm3", file.sm3())));
        return id;
    }

    private FileStore.StoredFile keep(Actor actor, String name, InputStream content) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            return files.put(actor, name, XLSX, content);
        }
        if (!lower.endsWith(".csv")) {
            throw Fault.at("/file", ItemsError.SHEET_KIND, name);
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

    ImportStore.Batch batch(UUID id) {
        return store.find(id).orElseThrow(() -> new Fault(ItemsError.IMPORT_UNKNOWN));
    }

    List<ImportStore.Batch> newest() {
        return store.newest(100);
    }
}
