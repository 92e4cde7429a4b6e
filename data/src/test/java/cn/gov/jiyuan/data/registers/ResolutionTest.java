package cn.gov.jiyuan.data.registers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.data.registers.demo.DirtyFirms;
import cn.gov.jiyuan.data.registers.demo.DirtyPersons;
import cn.gov.jiyuan.platform.hub.pipeline.DuckWorkshop;
import cn.gov.jiyuan.platform.hub.pipeline.Outcome;
import cn.gov.jiyuan.platform.hub.pipeline.Pipeline;
import cn.gov.jiyuan.platform.hub.pipeline.Run;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented sources through both pipelines: who is put together is judged by the numbers that no pipeline is told. */
class ResolutionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final long ROWS = 30_000;

    @TempDir
    Path folder;

    @Test
    void personsArePutTogetherWithPrecisionAndRecall() {
        DirtyPersons people = DirtyPersons.ofRows(ROWS, TODAY);
        Map<String, Path> files = new HashMap<>();
        for (DirtyPersons.Source source : DirtyPersons.Source.values()) {
            Path file = folder.resolve(source.code() + ".csv");
            people.write(source, file);
            files.put(source.code(), file);
        }
        judged(PersonPipeline.declared(), files, DirtyPersons.truthSql("rec"));
    }

    @Test
    void firmsArePutTogetherWithPrecisionAndRecall() {
        DirtyFirms firms = DirtyFirms.ofRows(ROWS, TODAY);
        Map<String, Path> files = new HashMap<>();
        for (DirtyFirms.Source source : DirtyFirms.Source.values()) {
            Path file = folder.resolve(source.code() + ".csv");
            firms.write(source, file);
            files.put(source.code(), file);
        }
        judged(FirmPipeline.declared(), files, DirtyFirms.truthSql("rec"));
    }

    private void judged(Pipeline pipeline, Map<String, Path> files, String truth) {
        Map<String, String> relations = new HashMap<>();
        files.forEach((origin, file) -> relations.put(origin, csv(file)));
        try (DuckWorkshop workshop = DuckWorkshop.open(folder.resolve("shop"), 800, true)) {
            Run run = new Run(pipeline, workshop, new Silent());
            Outcome outcome = run.run(relations, TODAY.toEpochDay() * 1440);
            Map<String, @Nullable Object> pairs = workshop.rows("判断", Resolution.sql(run.standardRows(), "key", truth))
                    .getFirst();
            Resolution found = Resolution.of(pairs);
            assertThat(found.precision()).as(found.told()).isGreaterThanOrEqualTo(0.99);
            assertThat(found.recall()).as(found.told()).isGreaterThanOrEqualTo(0.97);
            assertThat(outcome.linked()).isGreaterThan(500);
        }
    }

    private static String csv(Path file) {
        return "read_csv('" + file + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')";
    }

    private static final class Silent implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
