package cn.gov.jiyuan.kernel.time;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * All that decides when a clock runs out.
 *
 * @param start the moment of the event; by days, counting begins the day after (次日起算)
 * @param extensions in days, months or years where the term is; in the same kind of hours where the term is in hours
 * @param basis rule or law from which the term comes, shown to people
 */
public record ClockTerms(
        LegalTerm term, ZonedDateTime start, List<Pause> pauses, List<Extension> extensions, String basis) {

    public ClockTerms {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
        for (Extension extension : extensions) {
            DeadlineUnit unit = extension.term().unit();
            if (unit != term.unit() && (unit.isHours() || term.unit().isHours())) {
                throw new Fault(KernelError.BAD_EXTENSION, extension.term().text(), term.text());
            }
        }
    }

    public static ClockTerms of(LegalTerm term, ZonedDateTime start, String basis) {
        return new ClockTerms(term, start, List.of(), List.of(), basis);
    }

    /** With one more pause, open until {@link #resumed}. */
    public ClockTerms paused(LocalDate from, String reason) {
        return with(new Pause(from, null, reason));
    }

    public ClockTerms with(Pause pause) {
        var more = new ArrayList<>(pauses);
        more.add(pause);
        return new ClockTerms(term, start, more, extensions, basis);
    }

    /** With every open pause ended on the day. */
    public ClockTerms resumed(LocalDate on) {
        List<Pause> ended = pauses.stream()
                .map(pause -> pause.to() == null ? new Pause(pause.from(), on, pause.reason()) : pause)
                .toList();
        return new ClockTerms(term, start, ended, extensions, basis);
    }

    public ClockTerms extended(LegalTerm by, String reason) {
        var more = new ArrayList<>(extensions);
        more.add(new Extension(by, reason));
        return new ClockTerms(term, start, pauses, more, basis);
    }
}
