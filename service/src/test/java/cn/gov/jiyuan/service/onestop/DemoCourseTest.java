package cn.gov.jiyuan.service.onestop;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.cases.HistoricCase.Deed;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoCourseTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LegalCalendar CALENDAR = LegalCalendar.official();
    private static final Unit MARKET =
            new Unit(Unit.idOf("market"), "market", "市场监管局", "市场监督管理局", Unit.Kind.DEPARTMENT, 3, "419001", "", null);

    private static final DemoTale TALE = new DemoTale(
            List.of("请补充布局图。"),
            List.of("只需备案。"),
            List.of("不符合条件。"),
            List.of("暂不开业。"),
            List.of("需要论证。"),
            Procedure.SITE,
            "需要现场核查。",
            "与申请一致。",
            true,
            true,
            5);

    private static List<Deed> course(int number, Instant until) {
        SplittableRandom random = new SplittableRandom(number);
        return new DemoCourse(
                        new DemoOffice(MARKET),
                        TALE,
                        new OfficeMoments(CALENDAR, ZONE),
                        random,
                        DemoOffice.representative(DemoPopulation.firm(number)),
                        DemoCourse.Wish.draw(random, false),
                        Instant.parse("2026-03-02T01:00:00Z"),
                        until)
                .deeds();
    }

    @Test
    void officials_act_in_office_hours_on_workdays_and_every_deed_follows_the_one_before() {
        for (int i = 0; i < 500; i++) {
            Instant before = Instant.parse("2026-03-02T01:00:00Z");
            for (Deed deed : course(i, Instant.MAX)) {
                assertThat(List.of("submit", "receive").contains(deed.action())
                                || deed.at().isAfter(before))
                        .isTrue();
                before = deed.at();
                if (deed.actor().isOfficial()) {
                    LocalDate day = deed.at().atZone(ZONE).toLocalDate();
                    LocalTime time = deed.at().atZone(ZONE).toLocalTime();
                    assertThat(CALENDAR.isWorkday(day)).isTrue();
                    assertThat(CALENDAR.officeHours().sessions(day))
                            .anyMatch(s -> !time.isBefore(s.from()) && time.isBefore(s.to()));
                }
            }
        }
    }

    @Test
    void nobody_decides_what_he_accepted() {
        for (int i = 0; i < 500; i++) {
            List<Deed> deeds = course(i, Instant.MAX);
            List<Actor> accepted = actors(deeds, "accept");
            assertThat(actors(deeds, "grant")).noneMatch(accepted::contains);
            assertThat(actors(deeds, "refuse")).noneMatch(accepted::contains);
        }
    }

    private static List<Actor> actors(List<Deed> deeds, String action) {
        return deeds.stream()
                .filter(deed -> deed.action().equals(action))
                .map(Deed::actor)
                .toList();
    }

    @Test
    void the_future_has_not_happened_and_the_same_number_gives_the_same_course() {
        Instant until = Instant.parse("2026-03-03T02:00:00Z");
        for (int i = 0; i < 100; i++) {
            assertThat(course(i, until)).allMatch(deed -> !deed.at().isAfter(until));
            assertThat(course(i, until)).isEqualTo(course(i, until));
        }
    }

    @Test
    void about_sixty_percent_end_with_a_licence_delivered() {
        long delivered = IntStream.range(0, 2_000)
                .mapToObj(i -> course(i, Instant.MAX))
                .filter(deeds -> !actors(deeds, "issue").isEmpty())
                .filter(deeds -> deeds.stream()
                        .anyMatch(deed -> List.of("deliver", "collect").contains(deed.action())))
                .count();
        assertThat(delivered).isBetween(1_150L, 1_350L);
    }

    @Test
    void every_outcome_and_every_channel_comes_up() {
        List<String> actions = IntStream.range(0, 4_000)
                .mapToObj(i -> course(i, Instant.MAX))
                .flatMap(deeds -> deeds.stream().map(Deed::action))
                .distinct()
                .toList();
        assertThat(actions)
                .contains("receive", "receive-originals", "correct-at-window", "deem-accepted", "turn-away", "urge")
                .contains("extend", "start-special", "terminate", "lapse", "mail", "revoke", "retract", "archive");
    }

    @Test
    void the_days_share_out_exactly_all_applications() {
        Map<LocalDate, Integer> days =
                DemoDays.spread(CALENDAR, LocalDate.parse("2023-11-23"), LocalDate.parse("2026-11-22"), 30_000);
        assertThat(days.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(30_000);
        assertThat(days.values()).allMatch(count -> count >= 0);
    }
}
