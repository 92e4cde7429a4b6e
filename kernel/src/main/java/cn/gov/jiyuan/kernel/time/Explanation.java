package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells how a deadline was reckoned, in the order in which one would do it by hand. */
final class Explanation {
    private final Counting counting;
    private final ZonedDateTime expiry;
    private final LocalDate start;
    private final LocalDate last;
    private final DeadlineUnit unit;
    private final List<Step> steps = new ArrayList<>();

    Explanation(Counting counting, ZonedDateTime expiry) {
        this.counting = counting;
        this.expiry = expiry;
        this.start = counting.startDate;
        this.last = Counting.lastDay(expiry);
        this.unit = counting.terms.term().unit();
    }

    List<Step> steps() {
        beginning();
        extensions();
        onTheWay();
        nominalEnd();
        end();
        openPause();
        provisional();
        return steps;
    }

    private void say(String text, LocalDate from, LocalDate to) {
        steps.add(new Step(text, from, to));
    }

    private void beginning() {
        String term = counting.terms.term().text();
        String basis = counting.terms.basis().isBlank() ? "" : "（" + counting.terms.basis() + "）";
        String text = unit.isHours()
                ? "期限 " + term + basis + "，自 " + DateText.full(counting.start) + " 起算。"
                : "期限 " + term + basis + "，自 " + DateText.full(start) + "的次日起算，当日不计。";
        say(text, start, start);
    }

    private void extensions() {
        for (Extension extension : counting.terms.extensions()) {
            say("经批准延长 " + extension.term().text() + "（" + extension.reason() + "）。", start, last);
        }
        if (!counting.terms.extensions().isEmpty() && !counting.total().equals(counting.terms.term())) {
            say("合计 " + counting.total().text() + "。", start, last);
        }
    }

    private void onTheWay() {
        var found = new ArrayList<Step>();
        if (unit == DeadlineUnit.WORKDAY || unit == DeadlineUnit.WORK_HOUR) {
            found.addAll(daysOff());
        }
        counting.pauses.closed().stream()
                .filter(span -> !span.from().isAfter(last))
                .map(this::pause)
                .forEach(found::add);
        found.sort(Comparator.comparing(Step::from));
        steps.addAll(found);
        if (unit == DeadlineUnit.WORKDAY) {
            weekends();
        }
    }

    private List<Step> daysOff() {
        LocalDate first = unit.isHours() ? start : start.plusDays(1);
        var found = new ArrayList<Step>();
        for (DayRun run : DayRun.of(counting.calendar, DayKind.HOLIDAY, first, last)) {
            String text = DateText.range(run.from(), run.to()) + run.holiday() + "放假，不计。";
            found.add(new Step(text, run.from(), run.to()));
        }
        for (DayRun run : DayRun.of(counting.calendar, DayKind.MAKE_UP_WORKDAY, first, last)) {
            String days = run.from()
                    .datesUntil(run.to().plusDays(1))
                    .map(day -> DateText.monthDay(day) + "（" + DateText.weekday(day) + "）")
                    .collect(Collectors.joining("、"));
            found.add(new Step(days + "调休上班，计入。", run.from(), run.to()));
        }
        return found;
    }

    private Step pause(Pauses.Span span) {
        String days = span.from().equals(span.to())
                ? DateText.full(span.from()) + "当日暂停并恢复（" + span.reason() + "），不计"
                : DateText.full(span.from()) + "暂停（" + span.reason() + "），" + DateText.full(span.to()) + "恢复，首尾两日及其间不计";
        String stopped = counting instanceof DayCounting byDay
                ? "，共停 " + byDay.stoppedDays(span) + (unit == DeadlineUnit.WORKDAY ? " 个工作日" : " 日")
                : "";
        return new Step(days + stopped + "，次日续计。", span.from(), span.to());
    }

    private void weekends() {
        List<DayRun> runs = DayRun.of(counting.calendar, DayKind.WEEKEND, start.plusDays(1), last);
        int days = runs.stream().mapToInt(DayRun::days).sum();
        if (days > 0) {
            String text = steps.size() > 1 ? "其余" : "其间";
            say(
                    text + "周六、周日共 " + days + " 天，不计。",
                    runs.getFirst().from(),
                    runs.getLast().to());
        }
    }

    private void nominalEnd() {
        if (!(counting instanceof DayCounting byDay)) {
            return;
        }
        boolean byMonth = unit == DeadlineUnit.MONTH || unit == DeadlineUnit.YEAR;
        LocalDate corresponding = byDay.withoutPauses();
        if (byMonth
                && counting.terms.extensions().stream().allMatch(e -> e.term().unit() == unit)) {
            String text = corresponding.getDayOfMonth() == start.getDayOfMonth()
                    ? "到期月的对应日为 " + DateText.full(corresponding) + "。"
                    : "到期月没有对应日，以月末日 " + DateText.full(corresponding) + "为准。";
            say(text, corresponding, corresponding);
        }
        LocalDate nominal = byDay.nominal();
        if (!nominal.equals(last)) {
            CalendarDay day = counting.calendar.day(nominal);
            String why = day.holiday() == null ? DateText.weekday(nominal) : day.holiday() + "放假";
            say("最后一日 " + DateText.full(nominal) + "适逢" + why + "，顺延至其后第一个工作日。", nominal, last);
        }
    }

    private void end() {
        String text = unit.isHours() ? DateText.full(expiry) + " 届满。" : "最后一日为 " + DateText.full(last) + "，当日 24 时届满。";
        say(text, last, last);
    }

    private void openPause() {
        Pauses.Span open = counting.pauses.openBy(last);
        if (open != null) {
            say("自 " + DateText.full(open.from()) + "起暂停（" + open.reason() + "），尚未恢复；恢复后届满日相应后移。", open.from(), last);
        }
    }

    private void provisional() {
        List<String> years = IntStream.rangeClosed(start.getYear(), last.getYear())
                .filter(counting.calendar::isProvisional)
                .mapToObj(year -> year + " 年")
                .toList();
        if (!years.isEmpty()) {
            say(String.join("、", years) + "没有载入国务院放假安排，暂按周末和固定日期的节日推算，以正式安排为准。", start, last);
        }
    }
}
