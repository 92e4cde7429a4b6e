package cn.gov.jiyuan.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.time.LegalCalendar;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The random histories of {@link RandomHistoriesTest} on the real database: what was stored is what was decided. */
class StoredHistoriesTest {
    private static final int HISTORIES = 60;

    @Test
    void a_docket_read_back_is_the_docket_that_was_written() {
        Office office = new Office();
        DocketStore store = new DocketStore(
                new JdbcTemplate(office.database.dataSource()), office.ground().cipher());
        for (int seed = 100_000; seed < 100_000 + HISTORIES; seed++) {
            RandomHistoriesTest.History history = new RandomHistoriesTest.History(seed);
            Docket docket = history.docket;
            office.database.transactions().executeWithoutResult(status -> store.insert(docket, Office.application()));
            for (int i = 0; i < 6; i++) {
                history.play(new HashMap<>(), 5);
                office.database.transactions().executeWithoutResult(status -> store.save(docket));
            }
            Matter stored = store.matter(docket.matter.id).orElseThrow();
            Docket read = store.docket(LicenceCases.TYPE, stored, LegalCalendar.official(), true);
            assertThat(stored.view(LicenceCases.TYPE)).isEqualTo(docket.matter.view(LicenceCases.TYPE));
            assertThat(read.timeline).isEqualTo(docket.timeline);
            assertThat(read.tasks.values().stream().map(t -> TaskView.of(stored.id, t)))
                    .containsExactlyInAnyOrderElementsOf(docket.tasks.values().stream()
                            .map(t -> TaskView.of(stored.id, t))
                            .toList());
            assertThat(read.groups.values().stream().map(g -> g.id + " " + g.result + g.agreed + g.disagreed))
                    .containsExactlyInAnyOrderElementsOf(docket.groups.values().stream()
                            .map(g -> g.id + " " + g.result + g.agreed + g.disagreed)
                            .toList());
            assertThat(read.clocks.values().stream().map(c -> c.spec.id() + c.round + c.state + c.dueAt + c.events))
                    .containsExactlyInAnyOrderElementsOf(docket.clocks.values().stream()
                            .map(c -> c.spec.id() + c.round + c.state + c.dueAt + c.events)
                            .toList());
        }
    }
}
