package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.time.ClockTerms;
import cn.gov.jiyuan.kernel.time.Due;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalClock;
import cn.gov.jiyuan.kernel.time.Remaining;
import cn.gov.jiyuan.kernel.time.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The calculator's answer.
 *
 * @param date last day
 * @param text the last day in words, marked 暂按 where the calendar is not published yet
 * @param remaining what is left today, in words
 */
record DeadlineAnswer(
        LocalDate date, String text, boolean provisional, boolean paused, String remaining, List<Step> steps) {
    static DeadlineAnswer to(DeadlineQuestion question, Clock clock) {
        ClockTerms terms = question.terms(clock);
        Due due = LegalClock.due(terms, LegalCalendar.official());
        Remaining left = LegalClock.remaining(terms, LegalCalendar.official(), ZonedDateTime.now(clock));
        return new DeadlineAnswer(due.date(), due.text(), due.provisional(), due.paused(), left.text(), due.steps());
    }
}
