package cn.gov.jiyuan.platform.sheets;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.portal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one import, portion by portion: the rows of a portion, what became of them and how far the batch is are one
 * transaction, so that a node that dies loses at most a portion and another goes on after the last line.
 */
@Component
final class SheetWork implements LongWork {
    static final String KIND = "sheets.import";
    private static final int PORTION = 200;

    private final SheetStore store;
    private final SheetImports imports;
    private final FileStore files;
    private final Texts texts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SheetWork(
            SheetStore store,
            SheetImports imports,
            FileStore files,
            Texts texts,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.imports = imports;
        this.files = files;
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
        SheetBatch batch =
                store.find(UUID.fromString(job.argument())).orElseThrow(() -> new Fault(SheetsError.UNKNOWN));
        store.state(batch.id(), SheetBatch.State.RUNNING, null, null);
        Path copy = copy(batch);
        try {
            Run run = new Run(batch, job.actor(), progress);
            progress.total(rows(copy, batch));
            SheetRows.read(copy, batch.fileName(), run);
            run.end();
        } catch (Fault fault) {
            String why = texts.of(fault.code().code(), fault.arguments());
            store.state(batch.id(), SheetBatch.State.FAILED, why, clock.instant());
            progress.say(why);
            throw fault;
        } finally {
            delete(copy);
        }
    }

    private static long rows(Path file, SheetBatch batch) {
        AtomicLong rows = new AtomicLong();
        SheetRows.read(file, batch.fileName(), (line, cells) -> {
            rows.incrementAndGet();
            return true;
        });
        return Math.max(0, rows.get() - 1);
    }

    private Path copy(SheetBatch batch) {
        try (InputStream in = files.open(batch.fileId())) {
            Path copy = Files.createTempFile("sheet", ".tmp");
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
        private final SheetBatch batch;
        private final Progress progress;
        private final SheetTaker taker;
        private final SheetTaker.Taking taking;
        private final int doneBefore;
        private final List<SheetRow> waiting = new ArrayList<>();
        private Map<String, Integer> places = Map.of();
        private boolean stopped;

        Run(SheetBatch batch, Actor actor, Progress progress) {
            this.batch = batch;
            this.progress = progress;
            this.taker = imports.taker(batch.kind());
            this.doneBefore = store.lastLine(batch.id());
            this.taking = taker.begin(actor, batch, doneBefore == 0 ? Set.of() : store.goodKeys(batch.id()));
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
            SheetRow row = SheetRow.of(line, cells, places);
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
            Map<String, Integer> found = SheetColumn.places(taker.columns(), cells);
            String missing = taker.columns().stream()
                    .filter(column -> column.required() && !found.containsKey(column.id()))
                    .map(SheetColumn::heading)
                    .collect(Collectors.joining("、"));
            String lacking = missing.isEmpty() ? taker.lacking(found.keySet()) : missing;
            if (!lacking.isEmpty()) {
                throw new Fault(SheetsError.HEADING, line, lacking);
            }
            places = found;
        }

        void end() {
            if (places.isEmpty()) {
                throw new Fault(
                        SheetsError.HEADING, 1, taker.columns().getFirst().heading());
            }
            String more = "";
            if (!stopped) {
                portion();
                keep(taking::end);
                more = transactions.execute(status -> taking.close());
            }
            SheetBatch done = store.find(batch.id()).orElse(batch);
            String result = "共 " + done.total() + " 行，合格 " + done.good() + " 行，有误 " + done.bad() + " 行";
            progress.say(result);
            SheetBatch.State state = stopped ? SheetBatch.State.STOPPED : SheetBatch.State.DONE;
            store.state(
                    batch.id(), state, more == null || more.isEmpty() ? result : result + "；" + more, clock.instant());
        }

        private void portion() {
            keep(() -> taking.take(List.copyOf(waiting)));
            progress.advance(waiting.size());
            waiting.clear();
        }

        private void keep(Supplier<List<SheetRow.Outcome>> work) {
            transactions.executeWithoutResult(status -> {
                List<SheetRow.Outcome> done = work.get();
                if (!done.isEmpty()) {
                    store.add(batch.id(), done);
                }
            });
        }
    }
}
