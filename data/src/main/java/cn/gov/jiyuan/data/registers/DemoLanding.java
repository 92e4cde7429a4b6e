package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.data.registers.demo.DirtyFirms;
import cn.gov.jiyuan.data.registers.demo.DirtyPersons;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.hub.pipeline.Origin;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lands the invented departments' records in batches, as their exchange front ends would. */
@Component
final class DemoLanding {
    private static final int BATCH = 500_000;
    private static final Pattern COMMA = Pattern.compile(",");
    private final Datasets datasets;
    private final Clock clock;

    DemoLanding(Datasets datasets, Clock clock) {
        this.datasets = datasets;
        this.clock = clock;
    }

    /** Lines of one department. */
    private interface Lines {
        void each(Consumer<CharSequence> reader);
    }

    /** @return rows landed */
    long persons(long rows, Progress progress) {
        DirtyPersons people = DirtyPersons.ofRows(rows, LocalDate.now(clock));
        long landed = 0;
        for (DirtyPersons.Source source : DirtyPersons.Source.values()) {
            String name = RegisterRuns.landing(PersonPipeline.NAME, source.code());
            String title = title(PersonPipeline.declared(), source.code());
            Dataset dataset = dataset(name, title, source.code(), source.columns(), true);
            landed += land(dataset, reader -> people.each(source, reader), progress);
        }
        return landed;
    }

    /** @return rows landed */
    long firms(long rows, Progress progress) {
        DirtyFirms firms = DirtyFirms.ofRows(rows, LocalDate.now(clock));
        long landed = 0;
        for (DirtyFirms.Source source : DirtyFirms.Source.values()) {
            String name = RegisterRuns.landing(FirmPipeline.NAME, source.code());
            String title = title(FirmPipeline.declared(), source.code());
            Dataset dataset = dataset(name, title, source.code(), source.columns(), false);
            landed += land(dataset, reader -> firms.each(source, reader), progress);
        }
        return landed;
    }

    /** As people read it: the register and its source. */
    private static String title(Pipeline pipeline, String code) {
        String source = pipeline.origins().stream()
                .filter(origin -> origin.code().equals(code))
                .map(Origin::title)
                .findFirst()
                .orElseThrow();
        return pipeline.title() + "数源（" + source + "）";
    }

    private static Dataset dataset(String name, String title, String unit, List<String> columns, boolean persons) {
        return new Dataset(
                name,
                title,
                unit,
                columns.stream()
                        .map(column -> DataColumn.of(column, column, DataType.TEXT))
                        .map(column -> persons || ofPerson(column.name()) ? column.ofPersons() : column)
                        .toList(),
                List.of(),
                1);
    }

    /** Who represents a firm is public, his number and telephone are not. */
    private static boolean ofPerson(String column) {
        return List.of("lerepcerno", "fddbrsfzjhm", "aac002", "tel", "scjydlxdh", "aae005")
                .contains(column);
    }

    private long land(Dataset dataset, Lines lines, Progress progress) {
        datasets.declare(Actor.SYSTEM, dataset);
        try (Batches batches = new Batches(dataset.name(), clock.millis(), progress)) {
            lines.each(line -> batches.row(COMMA.split(line, -1)));
            batches.end();
            return batches.told;
        }
    }

    /** Cuts rows into batches: the first replaces what was there, the others add to it. */
    private final class Batches implements AutoCloseable {
        private final String dataset;
        private final long sending;
        private final Progress progress;
        private @Nullable Landing landing;
        private int number;
        private long told;

        Batches(String dataset, long sending, Progress progress) {
            this.dataset = dataset;
            this.sending = sending;
            this.progress = progress;
        }

        void row(String[] values) {
            Landing open = landing == null ? next() : landing;
            open.row((Object[]) values);
            told++;
            if (open.size() == BATCH) {
                end();
                progress.say(dataset + " 已入库 " + told + " 行");
            }
        }

        private Landing next() {
            landing = datasets.land(
                    Actor.SYSTEM,
                    dataset,
                    "demo-" + sending + "-" + number,
                    number == 0 ? Landing.Mode.REPLACE : Landing.Mode.APPEND);
            number++;
            return landing;
        }

        void end() {
            if (landing != null) {
                landing.commit();
                close();
            }
        }

        @Override
        public void close() {
            if (landing != null) {
                landing.close();
                landing = null;
            }
        }
    }
}
