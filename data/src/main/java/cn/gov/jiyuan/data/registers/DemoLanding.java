package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.data.registers.demo.DirtyPersons;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

    /** @return rows landed */
    long land(long rows, Progress progress) {
        DirtyPersons people = DirtyPersons.ofRows(rows, LocalDate.now(clock));
        long landed = 0;
        for (DirtyPersons.Source source : DirtyPersons.Source.values()) {
            String name = RegisterRuns.landing(PersonPipeline.NAME, source.code());
            datasets.declare(Actor.SYSTEM, dataset(name, source));
            try (Batches batches = new Batches(name, clock.millis(), progress)) {
                landed += people.each(source, line -> batches.row(COMMA.split(line, -1)));
                batches.end();
            }
        }
        return landed;
    }

    private static Dataset dataset(String name, DirtyPersons.Source source) {
        List<DataColumn> columns = source.columns().stream()
                .map(column -> DataColumn.of(column, column, DataType.TEXT).ofPersons())
                .toList();
        return new Dataset(name, "人口数源（" + source.code() + "）", source.code(), columns, List.of(), 1);
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
