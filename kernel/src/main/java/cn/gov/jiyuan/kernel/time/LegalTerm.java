package cn.gov.jiyuan.kernel.time;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A span that a law, a promise or a rule allows (时限), “20 个工作日”.
 *
 * @param amount 0 to 99,999; 0 means “on the same day” (即办)
 */
public record LegalTerm(int amount, DeadlineUnit unit) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(\\D+)");

    private static final Map<String, DeadlineUnit> UNITS = Map.ofEntries(
            Map.entry("工作日", DeadlineUnit.WORKDAY),
            Map.entry("自然日", DeadlineUnit.NATURAL_DAY),
            Map.entry("日", DeadlineUnit.NATURAL_DAY),
            Map.entry("天", DeadlineUnit.NATURAL_DAY),
            Map.entry("小时", DeadlineUnit.HOUR),
            Map.entry("工作小时", DeadlineUnit.WORK_HOUR),
            Map.entry("月", DeadlineUnit.MONTH),
            Map.entry("年", DeadlineUnit.YEAR));

    public LegalTerm {
        if (amount < 0 || amount > 99_999) {
            throw new Fault(KernelError.BAD_TERM, amount + " " + unit.measure());
        }
    }

    public static LegalTerm workdays(int amount) {
        return new LegalTerm(amount, DeadlineUnit.WORKDAY);
    }

    public static LegalTerm naturalDays(int amount) {
        return new LegalTerm(amount, DeadlineUnit.NATURAL_DAY);
    }

    public static LegalTerm hours(int amount) {
        return new LegalTerm(amount, DeadlineUnit.HOUR);
    }

    /**
     * Reads “20 个工作日”, “15 日”, “24 小时”, “3 个月”. A bare 日 or 天 is a natural day: whether a law means workdays by
     * 日 is for the rule that cites it to say.
     *
     * @throws Fault {@code kernel.bad-term}
     */
    public static LegalTerm parse(String text) {
        var matcher = TEXT.matcher(text.replaceAll("\\s", ""));
        if (!matcher.matches()) {
            throw new Fault(KernelError.BAD_TERM, text);
        }
        String word = matcher.group(2);
        DeadlineUnit unit = UNITS.get(word.startsWith("个") ? word.substring(1) : word);
        if (unit == null) {
            throw new Fault(KernelError.BAD_TERM, text);
        }
        return new LegalTerm(Integer.parseInt(matcher.group(1)), unit);
    }

    /**
     * The day that lies so much later by the ordinary calendar; of a longer month the last day of a shorter one.
     *
     * @throws Fault {@code kernel.term-of-work} if it counts workdays or hours, for which {@link LegalClock} is there
     */
    public LocalDate after(LocalDate day) {
        return shifted(day, amount);
    }

    /**
     * The day that lies so much earlier by the ordinary calendar.
     *
     * @throws Fault as {@link #after}
     */
    public LocalDate before(LocalDate day) {
        return shifted(day, -amount);
    }

    /**
     * The moment that lies so much earlier, by the clock for hours and else by the ordinary calendar.
     *
     * @throws Fault {@code kernel.term-of-work} if it counts workdays or hours of work
     */
    public ZonedDateTime before(ZonedDateTime moment) {
        return unit == DeadlineUnit.HOUR ? moment.minusHours(amount) : moment.with(before(moment.toLocalDate()));
    }

    private LocalDate shifted(LocalDate day, int by) {
        return switch (unit) {
            case NATURAL_DAY -> day.plusDays(by);
            case MONTH -> day.plusMonths(by);
            case YEAR -> day.plusYears(by);
            case WORKDAY, HOUR, WORK_HOUR -> throw new Fault(KernelError.TERM_OF_WORK, text());
        };
    }

    /** As people read it, “20 个工作日”; {@link #parse} reads it back. */
    public String text() {
        return amount + " " + unit.measure();
    }
}
