package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.stewardship.DataLineage;
import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.data.opendata.anonymity.Earlier;
import cn.gov.jiyuan.data.opendata.anonymity.Outcome;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.hub.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a version: one pass over the source writes all files and the dataset behind the API, in constant memory. */
@Component("opendata.Publisher")
final class Publisher {
    private final Datasets datasets;
    private final FileStore files;
    private final Gate gate;
    private final DatasetStore store;
    private final DataLineage lineage;
    private final cn.gov.jiyuan.platform.rules.Rules rules;
    private final Clock clock;

    Publisher(
            Datasets datasets,
            FileStore files,
            Gate gate,
            DatasetStore store,
            DataLineage lineage,
            cn.gov.jiyuan.platform.rules.Rules rules,
            Clock clock) {
        this.datasets = datasets;
        this.files = files;
        this.gate = gate;
        this.store = store;
        this.lineage = lineage;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param version to be written down together with the change of state */
    record Made(Version version, GateReport report, Earlier classes, long sourceSnapshot) {}

    /**
     * Judges the source as it is now and makes the next version of it.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code opendata.identifiers}, {@code opendata.not-anonymous} if it must not go out any more
     */
    Made make(Actor actor, OpenDataset dataset) {
        Set<String> released = store.columns(dataset.id()).stream()
                .filter(OpenColumn::released)
                .map(OpenColumn::name)
                .collect(Collectors.toSet());
        Gate.Verdict verdict = gate.judge(dataset, released);
        Admission.check(verdict.report(), dataset.openType());
        Shaper shaper = new Shaper(verdict.plan(), verdict.outcome(), !dataset.isConditional(), smallest());
        int number = dataset.version() + 1;
        String served = "opendata.d_" + dataset.id().toString().replace("-", "") + "_v" + number;
        datasets.declare(
                actor, new Dataset(served, dataset.title(), dataset.unitCode(), shaper.served(), List.of(), 1));
        try (Pass pass = new Pass(actor, dataset, number, shaper, served)) {
            return pass.run(verdict);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long smallest() {
        return rules.integer("opendata.anonymity.k", java.time.LocalDate.now(clock));
    }

    /** One pass over the source. */
    private final class Pass implements AutoCloseable {
        private final Actor actor;
        private final OpenDataset dataset;
        private final int number;
        private final Shaper shaper;
        private final String served;
        private final List<Path> paths = new ArrayList<>();
        private final List<RowFile> open = new ArrayList<>();

        Pass(Actor actor, OpenDataset dataset, int number, Shaper shaper, String served) throws IOException {
            this.actor = actor;
            this.dataset = dataset;
            this.number = number;
            this.shaper = shaper;
            this.served = served;
            for (FileFormat format : FileFormat.values()) {
                Path path = Files.createTempFile("opendata", "." + format.extension());
                paths.add(path);
                open.add(RowFile.of(
                        format,
                        dataset.title(),
                        shaper.fields(),
                        new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)));
            }
        }

        Made run(Gate.Verdict verdict) throws IOException {
            Landing.Landed landed;
            try (DataSession session = datasets.open(Map.of("data", verdict.snapshot()));
                    Landing landing = datasets.land(
                            actor, served, "source-" + verdict.snapshot().number(), Landing.Mode.REPLACE)) {
                session.each(shaper.query(), List.of(), row -> take(row, landing));
                landed = landing.commit();
            }
            for (RowFile file : open) {
                file.close();
            }
            open.clear();
            trace(verdict.snapshot());
            Version version = new Version(
                    Ids.next(),
                    dataset.id(),
                    number,
                    served,
                    snapshot(landed).number(),
                    dataset.licence(),
                    shaper.rows(),
                    shaper.suppressed(),
                    shaper.hidden(),
                    shaper.fields(),
                    clock.instant(),
                    null,
                    kept());
            Outcome outcome = verdict.outcome();
            Earlier classes = new Earlier(number, shaper.quasi(), outcome.levels(), outcome.released());
            return new Made(
                    version, verdict.report(), classes, verdict.snapshot().number());
        }

        /** A released column bears the name of the one it is made of. */
        private void trace(Snapshot source) {
            shaper.served()
                    .forEach(column -> lineage.derived(
                            source.dataset(),
                            column.name(),
                            served,
                            column.name(),
                            "开放数据发布",
                            "source-" + source.number()));
        }

        private Snapshot snapshot(Landing.Landed landed) {
            return Optional.ofNullable(landed.snapshot())
                    .or(() -> datasets.current(served))
                    .orElseThrow(() -> new Fault(OpendataError.NO_DATA, dataset.title()));
        }

        private void take(DataSession.Row row, Landing landing) {
            List<@Nullable Object> values = shaper.shape(row);
            if (values == null) {
                return;
            }
            landing.row(values.toArray());
            try {
                for (RowFile file : open) {
                    file.row(values);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<Version.Distribution> kept() throws IOException {
            List<Version.Distribution> kept = new ArrayList<>();
            for (FileFormat format : FileFormat.values()) {
                try (InputStream in = Files.newInputStream(paths.get(format.ordinal()))) {
                    String name = dataset.identifier() + "-v" + number + "." + format.extension();
                    FileStore.StoredFile file = files.keep(actor, name, format.mediaType(), in);
                    kept.add(new Version.Distribution(Ids.next(), format, file.id(), file.size(), file.sm3()));
                }
            }
            return kept;
        }

        @Override
        public void close() throws IOException {
            for (RowFile file : open) {
                file.close();
            }
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        }
    }
}
