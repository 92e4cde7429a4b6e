package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.portal.Texts;
import cn.gov.jiyuan.platform.sheets.SheetRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one import, portion by portion: the rows of a portion, what became of them and how far the batch is are one
 * transaction, so that a node that dies loses at most a portion and another goes on after the last line.
 */
@Component
final class ImportWork implements LongWork {
    static final String KIND = "items.import";
    private static final int PORTION = 500;

    private final ImportStore store;
    private final ItemStore items;
    private final StandingStore catalogue;
    private final Differences differences;
    private final FileStore files;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Texts texts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportWork(
            ImportStore store,
            ItemStore items,
            StandingStore catalogue,
            Differences differences,
            FileStore files,
            Units units,
            Access access,
            Audit audit,
            Texts texts,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.items = items;
        this.catalogue = catalogue;
        this.differences = differences;
        this.files = files;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.texts = texts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        ImportStore.Batch batch =
                store.find(UUID.fromString(job.argument())).orElseThrow(() -> new Fault(ItemsError.IMPORT_UNKNOWN));
        store.state(batch.id(), ImportStore.State.RUNNING, null, null);
        Path copy = copy(batch);
        try {
            Run run = new Run(batch, job.actor(), progress);
            progress.total(rows(copy, batch));
            SheetRows.read(copy, batch.fileName(), run);
            run.end();
        } catch (Fault fault) {
            String why = texts.of(fault.code().code(), fault.arguments());
            store.state(batch.id(), ImportStore.State.FAILED, why, clock.instant());
            progress.say(why);
            throw fault;
        } finally {
            delete(copy);
        }
    }

    private static long rows(Path file, ImportStore.Batch batch) {
        AtomicLong rows = new AtomicLong();
        SheetRows.read(file, batch.fileName(), (line, cells) -> {
            rows.incrementAndGet();
            return true;
        });
        return Math.max(0, rows.get() - 1);
    }

    private Path copy(ImportStore.Batch batch) {
        try (InputStream in = files.open(batch.fileId())) {
            Path copy = Files.createTempFile("items-import", ".tmp");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One reading of the file. */
    private final class Run implements SheetRows.Sink {
        private final ImportStore.Batch batch;
        private final Actor actor;
        private final Progress progress;
        private final ImportRules rules;
        private final int doneBefore;
        private final Set<String> seen;
        private final Map<String, Optional<StandingStore.Entry>> entries = new HashMap<>();
        private final List<ImportedRow> waiting = new ArrayList<>();
        private Map<ImportColumn, Integer> places = new EnumMap<>(ImportColumn.class);
        private boolean stopped;

        Run(ImportStore.Batch batch, Actor actor, Progress progress) {
            this.batch = batch;
            this.actor = actor;
            this.progress = progress;
            this.doneBefore = store.lastLine(batch.id());
            this.seen = store.goodCodes(batch.id());
            Set<String> known = batch.kind() == ImportKind.ITEMS ? store.itemCodes() : Set.of();
            this.rules = new ImportRules(
                    units.offices(),
                    code -> entries.computeIfAbsent(code, catalogue::entry),
                    known::contains,
                    access.rows(actor, ItemImports.RUN),
                    LocalDate.now(clock));
        }

        @Override
        public boolean row(int line, List<String> cells) {
            if (places.isEmpty()) {
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    heading(line, cells);
                }
                return true;
            }
            if (line <= doneBefore) {
                progress.advance(1);
                return true;
            }
            ImportedRow row = ImportedRow.of(line, cells, places);
            if (!row.isEmpty()) {
                waiting.add(row);
            }
            if (waiting.size() == PORTION) {
                portion();
                stopped = progress.cancelled();
            }
            return !stopped;
        }

        private void heading(int line, List<String> cells) {
            Map<ImportColumn, Integer> found = ImportColumn.in(cells);
            List<String> missing = batch.kind().required().stream()
                    .filter(column -> !found.containsKey(column))
                    .map(ImportColumn::heading)
                    .toList();
            boolean coded = found.containsKey(ImportColumn.CODE) || found.containsKey(ImportColumn.BASIC_CODE);
            if (!missing.isEmpty() || !coded) {
                String names = missing.isEmpty() ? "实施编码或者基本编码" : String.join("、", missing);
                throw new Fault(ItemsError.SHEET_HEADING, line, names);
            }
            places = found;
        }

        void end() {
            if (!stopped) {
                portion();
            }
            if (places.isEmpty()) {
                throw new Fault(ItemsError.SHEET_HEADING, 1, "事项名称");
            }
            String message = null;
            if (!stopped && batch.kind() == ImportKind.PROVINCE) {
                message = transactions.execute(status -> differences.compare(actor, batch));
            }
            ImportStore.Batch done = store.find(batch.id()).orElse(batch);
            String result = "共 " + done.total() + " 行，合格 " + done.good() + " 行，有误 " + done.bad() + " 行";
            progress.say(result);
            store.state(
                    batch.id(),
                    stopped ? ImportStore.State.STOPPED : ImportStore.State.DONE,
                    message == null ? result : result + "；" + message,
                    clock.instant());
        }

        private void portion() {
            transactions.executeWithoutResult(status -> {
                List<ImportStore.Row> done = new ArrayList<>();
                List<Audit.Past> events = new ArrayList<>();
                waiting.forEach(row -> done.add(judge(row, events)));
                store.add(batch.id(), done);
                audit.recordAll(events);
            });
            progress.advance(waiting.size());
            waiting.clear();
        }

        private ImportStore.Row judge(ImportedRow row, List<Audit.Past> events) {
            return switch (batch.kind()) {
                case CATALOGUE -> {
                    ImportRules.Verdict<ImportRules.CatalogueEntry> verdict = rules.catalogueEntry(row);
                    ImportRules.CatalogueEntry entry = verdict.value();
                    yield entry == null
                            ? bad(row, verdict.problems())
                            : once(row, entry.code(), () -> batch.dryRun() ? "可以导入" : store.putCatalogue(entry), null);
                }
                case ITEMS -> {
                    ImportRules.Verdict<ItemGuide> verdict = rules.item(row);
                    ItemGuide guide = verdict.value();
                    yield guide == null
                            ? bad(row, verdict.problems())
                            : once(row, guide.code(), () -> put(guide, events), null);
                }
                case PROVINCE -> {
                    ImportRules.Verdict<String> verdict = rules.provinceItem(row);
                    yield verdict.good()
                            ? once(row, row.code(), () -> "可以比对", json(row))
                            : bad(row, verdict.problems());
                }
            };
        }

        private String put(ItemGuide guide, List<Audit.Past> events) {
            if (batch.dryRun()) {
                return "可以导入";
            }
            String area = rules.unitOf(guide.unitCode()).orElseThrow().areaCode();
            if (!items.insertItem(guide, area, clock.instant())) {
                return "重复：实施编码 " + guide.code() + " 已经有了，没有改动";
            }
            items.insertDraft(guide.itemId(), 1, guide.content(), actor, clock.instant(), false);
            events.add(new Audit.Past(
                    clock.instant(),
                    actor,
                    new AuditEvent("items.claim", "item", guide.code(), "导入事项：" + guide.name(), Map.of())));
            return "已建立，待编制";
        }

        private ImportStore.Row once(ImportedRow row, String code, Supplier<String> work, @Nullable String cells) {
            if (!seen.add(code)) {
                return bad(row, List.of("重复：编码 " + code + " 在本文件中已经出现过"));
            }
            return new ImportStore.Row(row.line(), true, code, row.get(ImportColumn.NAME), work.get(), cells);
        }

        private ImportStore.Row bad(ImportedRow row, List<String> problems) {
            return new ImportStore.Row(
                    row.line(), false, row.code(), row.get(ImportColumn.NAME), String.join("；", problems), null);
        }

        private String json(ImportedRow row) {
            return ContentJson.JSON.writeValueAsString(row.cells().entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
        }
    }
}
