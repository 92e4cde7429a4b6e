package cn.gov.jiyuan.data.opendata.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymityTest {
    private static final Limits FIVE = new Limits(5, 2, new BigDecimal("0.05"));
    private static final List<String> NAMES = List.of("age", "village");
    private static final List<Ladder> LADDERS = List.of(Ladder.AGE, Ladder.AREA);

    @Test
    void two_people_of_one_age_disappear_in_a_band_of_ten_years() {
        List<Group> groups = new ArrayList<>();
        groups.add(group(2, "41", "419001001001"));
        groups.add(group(3, "47", "419001001001"));
        groups.add(group(6, "52", "419001001001"));

        Outcome outcome = new Anonymity(NAMES, LADDERS, FIVE, List.of()).judge(groups);

        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.levels()).containsExactly(2, 0);
        assertThat(outcome.released()).containsEntry(List.of("40-49", "419001001001"), 5L);
        assertThat(outcome.before()).isEqualTo(new Outcome.Shape(3, 2, 2));
        assertThat(outcome.after().risk()).isEqualByComparingTo("0.2");
    }

    @Test
    void few_lonely_rows_are_left_out_rather_than_all_made_coarse() {
        List<Group> groups = List.of(group(98, "30", "419001001001"), group(2, "90", "419001001001"));
        Outcome outcome = new Anonymity(NAMES, LADDERS, FIVE, List.of()).judge(groups);
        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.levels()).containsExactly(0, 0);
        assertThat(outcome.suppressedRows()).isEqualTo(2);
    }

    @Test
    void what_no_ladder_helps_does_not_pass() {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            groups.add(new Group(List.of("职业" + i), 2, List.of()));
        }
        Outcome outcome = new Anonymity(List.of("job"), List.of(Ladder.NONE), FIVE, List.of()).judge(groups);
        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.suppressedRows()).isEqualTo(40);
    }

    @Test
    void a_class_that_shares_one_secret_does_not_count_as_anonymous() {
        Group uniform = new Group(List.of("30"), 50, List.of(Set.of("乙肝")));
        Outcome outcome = new Anonymity(List.of("job"), List.of(Ladder.NONE), FIVE, List.of()).judge(List.of(uniform));
        assertThat(outcome.passed()).isFalse();
    }

    @Test
    void one_newcomer_is_not_given_away_by_the_version_before() {
        Earlier first = new Earlier(1, List.of("age"), List.of(0), Map.of(List.of("30"), 40L, List.of("31"), 1000L));
        List<Group> groups =
                List.of(new Group(List.of("30"), 41, List.of()), new Group(List.of("31"), 1000, List.of()));
        Outcome outcome = new Anonymity(List.of("age"), List.of(Ladder.NONE), FIVE, List.of(first)).judge(groups);
        assertThat(outcome.passed()).isTrue();
        assertThat(outcome.released()).containsOnlyKeys(List.of("31"));
        assertThat(outcome.differencing()).isEqualTo(41);
    }

    /** Whatever the rows and the versions before: what passes keeps every promise, as counted anew from the rows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void what_passes_keeps_every_promise(long seed) {
        Random random = new Random(seed);
        List<Earlier> versions = new ArrayList<>();
        List<Group> rows = rows(random, 400 + random.nextInt(4000));
        int passed = 0;
        for (int version = 1; version <= 4; version++) {
            Outcome outcome = new Anonymity(NAMES, LADDERS, FIVE, versions).judge(rows);
            if (outcome.passed()) {
                passed++;
                check(rows, outcome, versions);
                versions.add(new Earlier(version, NAMES, outcome.levels(), outcome.released()));
            }
            rows = new ArrayList<>(rows);
            rows.addAll(rows(random, random.nextInt(60)));
        }
        assertThat(passed).as("versions that passed").isPositive();
    }

    private static void check(List<Group> rows, Outcome outcome, List<Earlier> versions) {
        Map<List<String>, Long> counts = new HashMap<>();
        Map<List<String>, Set<String>> secrets = new HashMap<>();
        long all = 0;
        for (Group row : rows) {
            List<String> cell = List.of(
                    Ladder.AGE.at(row.quasi().get(0), outcome.levels().get(0)),
                    Ladder.AREA.at(row.quasi().get(1), outcome.levels().get(1)));
            all += row.count();
            if (!outcome.suppressed().contains(cell)) {
                counts.merge(cell, row.count(), Long::sum);
                secrets.computeIfAbsent(cell, c -> new java.util.HashSet<>())
                        .addAll(row.sensitive().get(0));
            }
        }
        assertThat(counts).isEqualTo(outcome.released());
        assertThat(counts.values()).allMatch(count -> count >= 5);
        assertThat(secrets.values()).allMatch(values -> values.size() >= 2);
        long released = counts.values().stream().mapToLong(Long::longValue).sum();
        assertThat(20 * (all - released)).isLessThanOrEqualTo(all);
        for (Earlier version : versions) {
            Map<List<String>, Long> difference = new HashMap<>();
            int age = Math.max(outcome.levels().get(0), version.levels().get(0));
            int area = Math.max(outcome.levels().get(1), version.levels().get(1));
            counts.forEach((cell, count) -> difference.merge(wide(cell, age, area), count, Long::sum));
            Map<List<String>, Long> now = new HashMap<>(difference);
            version.counts().forEach((cell, count) -> difference.merge(wide(cell, age, area), -count, Long::sum));
            difference.forEach((cell, by) -> assertThat(by == 0 || Math.abs(by) >= 5 || !now.containsKey(cell))
                    .as(cell + " differs by " + by)
                    .isTrue());
            difference.values().removeIf(by -> by == 0);
            assertThat(difference.values()).allMatch(by -> Math.abs(by) >= 5);
        }
    }

    private static List<String> wide(List<String> cell, int age, int area) {
        String first =
                cell.get(0).contains("-") ? cell.get(0).substring(0, cell.get(0).indexOf('-')) : cell.get(0);
        return List.of(Ladder.AGE.at(first, age), Ladder.AREA.at(cell.get(1), area));
    }

    private static List<Group> rows(Random random, int count) {
        List<Group> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String village = "41900100" + (1 + random.nextInt(3)) + "00" + random.nextInt(4);
            rows.add(new Group(
                    List.of("" + random.nextInt(90), village),
                    1,
                    List.of(Set.of(random.nextInt(4) == 0 ? "高血压" : "无"))));
        }
        return rows;
    }

    private static Group group(long count, String age, String village) {
        return new Group(List.of(age, village), count, List.of(Set.of("甲", "乙")));
    }
}
