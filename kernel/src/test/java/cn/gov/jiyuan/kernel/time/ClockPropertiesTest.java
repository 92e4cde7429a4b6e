package cn.gov.jiyuan.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every clock, tried on thousands of generated ones (seeded). */
class ClockPropertiesTest {
    private static final LegalCalendar CALENDAR = LegalCalendar.official();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ROUNDS = 3_000;

    private final Random random = new Random(20041001);

    @Test
    void addingWorkdaysAndCountingThemAreInverse() {
        for (int n = 0; n < ROUNDS; n++) {
            LocalDate date = aDate();
            int count = random.nextInt(400);
            LocalDate end = CALENDAR.addWorkdays(date, count);

            assertThat(CALENDAR.workdaysBetween(date, end)).isEqualTo(count);
            assertThat(CALENDAR.workdaysBetween(end, date)).isEqualTo(-count);
            if (count > 0) {
                assertThat(CALENDAR.isWorkday(end)).isTrue();
                assertThat(end).isAfter(CALENDAR.addWorkdays(date, count - 1));
            }
            LocalDate back = CALENDAR.addWorkdays(date, -count);
            assertThat(CALENDAR.workdaysBetween(back.minusDays(1), date.minusDays(1)))
                    .isEqualTo(count);
        }
    }

    @Test
    void countingAgreesWithLookingAtEachDay() {
        for (int n = 0; n < ROUNDS / 10; n++) {
            LocalDate from = aDate();
            LocalDate to = from.plusDays(random.nextInt(500));
            long oneByOne = from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(date -> CALENDAR.day(date).isWorkday())
                    .count();

            assertThat(CALENDAR.workdaysBetween(from, to)).isEqualTo((int) oneByOne);
        }
    }

    @Test
    void aClockOfDaysNeverEndsOnADayOffNorOnOneWhenItStands() {
        for (int n = 0; n < ROUNDS; n++) {
            ClockTerms clock = withPauses(aClock());
            Due due = LegalClock.due(clock, CALENDAR);
            if (!clock.term().unit().isHours()) {
                assertThat(CALENDAR.isWorkday(due.date())).as("%s", clock).isTrue();
                assertThat(clock.pauses()).as("%s", clock).noneMatch(pause -> covers(pause, due.date()));
            }
        }
    }

    @Test
    void workdaysCountedOneByOneGiveTheSameEnd() {
        for (int n = 0; n < ROUNDS; n++) {
            ClockTerms clock = withPauses(ClockTerms.of(LegalTerm.workdays(random.nextInt(1, 60)), aMoment(), ""));

            assertThat(LegalClock.due(clock, CALENDAR).date()).as("%s", clock).isEqualTo(oneByOne(clock));
        }
    }

    @Test
    void theOrderOfPausesAndTheirOverlapDoNotMatter() {
        for (int n = 0; n < ROUNDS; n++) {
            ClockTerms clock = withPauses(aClock());
            var pauses = new ArrayList<>(clock.pauses());
            pauses.addAll(clock.pauses());
            Collections.shuffle(pauses, random);
            var shuffled = new ClockTerms(clock.term(), clock.start(), pauses, clock.extensions(), "");

            assertThat(LegalClock.expiry(shuffled, CALENDAR)).isEqualTo(LegalClock.expiry(clock, CALENDAR));
        }
    }

    @Test
    void aPauseOrALongerTermNeverBringsTheEndForward() {
        for (int n = 0; n < ROUNDS; n++) {
            ClockTerms clock = aClock();
            ZonedDateTime end = LegalClock.expiry(clock, CALENDAR);
            var longer = new LegalTerm(clock.term().amount() + 1, clock.term().unit());

            assertThat(LegalClock.expiry(withPauses(clock), CALENDAR)).isAfterOrEqualTo(end);
            assertThat(LegalClock.expiry(ClockTerms.of(longer, clock.start(), ""), CALENDAR))
                    .isAfterOrEqualTo(end);
        }
    }

    @Test
    void whatIsLeftAtTheStartIsTheWholeTermAndShrinksToTheEnd() {
        for (int n = 0; n < ROUNDS; n++) {
            int amount = random.nextInt(1, 60);
            ClockTerms clock = withPauses(ClockTerms.of(LegalTerm.workdays(amount), aMoment(), ""));
            ZonedDateTime end = LegalClock.expiry(clock, CALENDAR);
            assertThat(LegalClock.remaining(clock, CALENDAR, clock.start()).amount())
                    .as("%s", clock)
                    .isEqualTo(amount);
            assertThat(LegalClock.remaining(clock, CALENDAR, end.minusSeconds(1))
                            .amount())
                    .isZero();
            assertThat(LegalClock.remaining(clock, CALENDAR, end.minusSeconds(1))
                            .overdue())
                    .isFalse();
            assertThat(LegalClock.remaining(clock, CALENDAR, end).overdue()).isTrue();
        }
    }

    @Test
    void hoursThatPassInsideTheOfficeAddUpToTheTerm() {
        for (int n = 0; n < ROUNDS / 10; n++) {
            int amount = random.nextInt(1, 40);
            ClockTerms clock = withPauses(ClockTerms.of(new LegalTerm(amount, DeadlineUnit.WORK_HOUR), aMoment(), ""));

            assertThat(LegalClock.remaining(clock, CALENDAR, clock.start()).amount())
                    .isEqualTo(amount);
        }
    }

    @Test
    void aClockResumedOnTheDayOfPausingLosesThatDayOnly() {
        for (int n = 0; n < ROUNDS; n++) {
            ClockTerms clock = ClockTerms.of(LegalTerm.workdays(random.nextInt(2, 30)), aMoment(), "");
            LocalDate day = CALENDAR.addWorkdays(clock.start().toLocalDate(), 1);
            LocalDate end = LegalClock.due(clock, CALENDAR).date();

            assertThat(LegalClock.due(clock.with(new Pause(day, day, "检测")), CALENDAR)
                            .date())
                    .isEqualTo(CALENDAR.addWorkdays(end, 1));
        }
    }

    @Test
    void termsAreReadBackAsPrinted() {
        for (DeadlineUnit unit : DeadlineUnit.values()) {
            LegalTerm term = new LegalTerm(random.nextInt(100), unit);

            assertThat(LegalTerm.parse(term.text())).isEqualTo(term);
            assertThat(LegalTerm.parse(term.text().replace(" ", ""))).isEqualTo(term);
        }
        assertThat(LegalTerm.parse("15日")).isEqualTo(LegalTerm.naturalDays(15));
    }

    @Test
    void aSweepOverAMillionClocksIsCheap() {
        ClockTerms clock = ClockTerms.of(LegalTerm.workdays(20), aMoment(), "")
                .with(new Pause(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 3, 9), "检验"));
        long started = System.nanoTime();
        long sum = 0;
        for (int n = 0; n < 1_000_000; n++) {
            var its = new ClockTerms(clock.term(), clock.start().plusHours(n % 50_000), clock.pauses(), List.of(), "");
            sum += LegalClock.expiry(its, CALENDAR).toEpochSecond();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        assertThat(sum).isPositive();
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    private LocalDate oneByOne(ClockTerms clock) {
        LocalDate date = clock.start().toLocalDate();
        int left = clock.term().amount();
        while (left > 0) {
            date = date.plusDays(1);
            LocalDate day = date;
            if (CALENDAR.day(day).isWorkday() && clock.pauses().stream().noneMatch(pause -> covers(pause, day))) {
                left--;
            }
        }
        return date;
    }

    private static boolean covers(Pause pause, LocalDate date) {
        return !date.isBefore(pause.from()) && pause.to() != null && !date.isAfter(pause.to());
    }

    private ClockTerms aClock() {
        DeadlineUnit unit = DeadlineUnit.values()[random.nextInt(DeadlineUnit.values().length)];
        return ClockTerms.of(new LegalTerm(random.nextInt(40), unit), aMoment(), "");
    }

    private ClockTerms withPauses(ClockTerms clock) {
        ClockTerms more = clock;
        for (int n = random.nextInt(5); n > 0; n--) {
            LocalDate from = clock.start().toLocalDate().plusDays(random.nextInt(-10, 80));
            more = more.with(new Pause(from, from.plusDays(random.nextInt(20)), "检验"));
        }
        return more;
    }

    private ZonedDateTime aMoment() {
        return aDate().atTime(random.nextInt(24), random.nextInt(60)).atZone(ZONE);
    }

    private LocalDate aDate() {
        return LocalDate.of(2003, 1, 1).plusDays(random.nextInt(8_900));
    }
}
