package cn.gov.jiyuan.kernel.time;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;

/**
 * When the office is open on a workday (办公时间), by season.
 *
 * @param seasons by their first day in the year; the last one also covers the days before the first
 */
public record OfficeHours(List<Season> seasons) {
    /** 济源: summer from 1 June, winter from 1 October. */
    public static final OfficeHours JIYUAN = new OfficeHours(List.of(
            new Season(MonthDay.of(6, 1), List.of(session(8, 0, 12, 0), session(15, 0, 18, 0))),
            new Season(MonthDay.of(10, 1), List.of(session(8, 0, 12, 0), session(14, 30, 17, 30)))));

    public OfficeHours {
        seasons = List.copyOf(seasons);
        if (seasons.isEmpty()) {
            throw new Fault(KernelError.BAD_OFFICE_HOURS, "至少要有一个季节");
        }
        for (int i = 1; i < seasons.size(); i++) {
            if (!seasons.get(i - 1).from().isBefore(seasons.get(i).from())) {
                throw new Fault(KernelError.BAD_OFFICE_HOURS, "季节须按起始日先后排列");
            }
        }
    }

    /** The sessions of a day, in order. */
    public List<Session> sessions(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        Season found = seasons.getLast();
        for (Season season : seasons) {
            if (!season.from().isAfter(day)) {
                found = season;
            }
        }
        return found.sessions();
    }

    private static Session session(int fromHour, int fromMinute, int toHour, int toMinute) {
        return new Session(LocalTime.of(fromHour, fromMinute), LocalTime.of(toHour, toMinute));
    }

    /** Hours that hold from a day of the year on (夏季、冬季). */
    public record Season(MonthDay from, List<Session> sessions) {
        public Season {
            sessions = List.copyOf(sessions);
            if (sessions.isEmpty()) {
                throw new Fault(KernelError.BAD_OFFICE_HOURS, "每个季节至少要有一段办公时间");
            }
            for (int i = 1; i < sessions.size(); i++) {
                if (sessions.get(i).from().isBefore(sessions.get(i - 1).to())) {
                    throw new Fault(KernelError.BAD_OFFICE_HOURS, "各段办公时间不得重叠");
                }
            }
        }
    }

    /** One stretch of a day, [from, to). */
    public record Session(LocalTime from, LocalTime to) {
        public Session {
            if (!from.isBefore(to)) {
                throw new Fault(KernelError.BAD_OFFICE_HOURS, from + " 至 " + to + " 不是一段时间");
            }
        }
    }
}
