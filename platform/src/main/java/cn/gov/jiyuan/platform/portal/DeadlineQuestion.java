package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.ClockTerms;
import cn.gov.jiyuan.kernel.time.DeadlineUnit;
import cn.gov.jiyuan.kernel.time.Extension;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.kernel.time.Pause;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody asks the deadline calculator (期限计算), as it stands in the address of the page.
 *
 * @param start day of the event, ISO date; empty for today
 * @param time time of the event, needed for hours only
 * @param pauses {@code 2022-10-12..2022-10-19} each
 * @param extend amount by which the term was extended, in its own unit; 0 for none
 */
record DeadlineQuestion(String start, String time, int amount, DeadlineUnit unit, List<String> pauses, int extend) {
    ClockTerms terms(Clock clock) {
        LocalDate day = start.isBlank() ? LocalDate.now(clock) : date("/start", start);
        LegalTerm term = new LegalTerm(amount, unit);
        List<Extension> extensions =
                extend > 0 ? List.of(new Extension(new LegalTerm(extend, unit), "批准延长")) : List.of();
        return new ClockTerms(term, day.atTime(timeOfDay()).atZone(clock.getZone()), parsedPauses(), extensions, "");
    }

    private LocalTime timeOfDay() {
        try {
            return time.isBlank() ? LocalTime.of(9, 0) : LocalTime.parse(time);
        } catch (DateTimeParseException e) {
            throw Fault.at("/time", PortalError.TIME, time);
        }
    }

    private List<Pause> parsedPauses() {
        List<Pause> parsed = new ArrayList<>();
        for (int i = 0; i < pauses.size() && i < 20; i++) {
            String[] ends = pauses.get(i).split("\\.\\.", -1);
            if (pauses.get(i).isBlank() || ends[0].isBlank()) {
                continue;
            }
            LocalDate from = date("/pause/" + i, ends[0]);
            LocalDate to = ends.length > 1 && !ends[1].isBlank() ? date("/pause/" + i, ends[1]) : null;
            parsed.add(new Pause(from, to, "特别程序"));
        }
        return parsed;
    }

    private static LocalDate date(String pointer, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Fault.at(pointer, PortalError.DATE, text);
        }
    }
}
