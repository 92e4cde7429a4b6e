package cn.gov.jiyuan.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.cases.CaseWatch.Crossing;
import cn.gov.jiyuan.platform.cases.CaseWatch.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CaseWatchTest {
    private final Office office = new Office();
    private final CaseWatch watch = office.engine.watch();

    private List<String> crossed(Line line, String from, String to) {
        return watch.crossed(line, Instant.parse(from), Instant.parse(to), null, 10).stream()
                .map(Crossing::clock)
                .toList();
    }

    @Test
    void a_running_clock_crosses_first_the_line_of_warning_and_then_that_of_the_end() {
        office.anAcceptedCase();

        assertThat(crossed(Line.NEAR, "2022-10-08T16:00:00Z", "2022-10-09T16:00:00Z"))
                .containsExactly("promised");
        assertThat(crossed(Line.NEAR, "2022-10-09T16:00:00Z", "2022-10-10T16:00:00Z"))
                .isEmpty();
        assertThat(crossed(Line.DUE, "2022-10-10T16:00:00Z", "2022-10-11T16:00:00Z"))
                .containsExactly("promised");
        assertThat(crossed(Line.DUE, "2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z"))
                .containsExactly("promised", "statutory");
    }

    @Test
    void a_clock_that_stands_or_is_over_crosses_nothing_and_comes_back_later() {
        UUID id = office.anAcceptedCase();
        office.on(2022, 10, 8, 9, 0);
        office.act(People.REVIEWER, id, "inspect", ActionInput.NONE.withReason("检验"));
        assertThat(crossed(Line.DUE, "2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(watch.standing(
                        LicenceCases.ID, List.of("special"), Instant.EPOCH, office.now.plusSeconds(1), null, 9))
                .isEmpty();

        office.on(2022, 10, 12, 9, 0);
        office.act(People.REVIEWER, id, "inspected", ActionInput.NONE);
        assertThat(watch.crossed(Line.DUE, Instant.EPOCH, Instant.parse("2022-10-18T16:00:00Z"), null, 10))
                .extracting(Crossing::at)
                .containsExactly(Instant.parse("2022-10-18T16:00:00Z"));
    }

    @Test
    void portions_join_without_gap_or_repetition() {
        office.engine.imports().importAll(LongStream.range(0, 60).mapToObj(CaseImportTest::history));
        List<Crossing> all = watch.crossed(Line.DUE, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), null, 1000);
        List<Crossing> joined = new ArrayList<>();
        Crossing last = null;
        do {
            List<Crossing> portion =
                    watch.crossed(Line.DUE, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"), last, 7);
            joined.addAll(portion);
            last = portion.isEmpty() ? null : portion.getLast();
        } while (last != null);
        assertThat(all).hasSize(60);
        assertThat(joined).isEqualTo(all);
        assertThat(watch.ids(LicenceCases.ID, null, 100)).hasSize(60);
    }

    @Test
    void standing_cases_are_listed_by_their_last_movement() {
        UUID id = office.anAcceptedCase();
        List<String> review = List.of("review");
        Instant since = office.view(id).lastEventAt();
        List<CaseWatch.Standing> found = watch.standing(LicenceCases.ID, review, since, since.plusSeconds(1), null, 10);
        assertThat(found).containsExactly(new CaseWatch.Standing(id, since));
        assertThat(watch.standing(LicenceCases.ID, review, since, since.plusSeconds(1), found.getLast(), 10))
                .isEmpty();
        assertThat(watch.standing(LicenceCases.ID, review, Instant.EPOCH, since, null, 10))
                .isEmpty();
        assertThat(watch.standing(LicenceCases.ID, List.of("decide"), since, since.plusSeconds(1), null, 10))
                .isEmpty();
    }

    @Test
    void facts_tell_steps_clocks_and_papers() {
        UUID id = office.anAcceptedCase();
        office.on(2022, 10, 8, 9, 0);
        office.act(
                People.REVIEWER,
                id,
                "inspect",
                ActionInput.NONE
                        .withReason("检验")
                        .withEvidence(
                                List.of(new NewEvidence(null, "notice", "特别程序告知书", NewEvidence.Source.ISSUED, null))));
        CaseFacts facts = watch.facts(List.of(id, UUID.randomUUID())).getFirst();

        assertThat(facts.stateAt(office.now)).isEqualTo("review");
        ClockFacts promise = facts.clocks().stream()
                .filter(c -> c.clock().equals("promised"))
                .findFirst()
                .orElseThrow();
        assertThat(promise.missedBy(Instant.parse("2022-12-01T00:00:00Z"))).isEmpty();
        assertThat(promise.stoodAt(Instant.parse("2022-10-09T02:00:00Z"))).isTrue();
        TimelineEntry pause = facts.stepAt(promise.changes().getFirst().at()).orElseThrow();
        assertThat(pause.action()).isEqualTo("inspect");
        assertThat(facts.hasPaper(pause, "notice")).isTrue();
    }

    @Test
    void decisions_are_told_by_their_days_and_whether_they_were_late() {
        UUID id = office.aProposedCase();
        office.on(2022, 10, 12, 9, 0);
        office.act(People.APPROVER, id, "grant", ActionInput.opinion("同意"));
        assertThat(watch.decided(LicenceCases.ID, Instant.EPOCH, office.now.plusSeconds(1)))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.unitId()).isEqualTo(People.UNIT);
                    assertThat(d.count()).isEqualTo(1);
                    assertThat(d.late()).isEqualTo(1);
                    assertThat(d.decided()).isEqualTo("2022-10-12");
                    assertThat(d.promised()).hasToString("LegalTerm[amount=5, unit=WORKDAY]");
                });
        assertThat(watch.ended(LicenceCases.ID, Instant.EPOCH, office.now.plusSeconds(1)))
                .isEmpty();
    }
}
