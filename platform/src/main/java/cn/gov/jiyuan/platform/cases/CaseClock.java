package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.ClockTerms;
import cn.gov.jiyuan.kernel.time.Due;
import cn.gov.jiyuan.kernel.time.Extension;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalClock;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.kernel.time.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One clock of a case: its events, and the due moment recomputed from them by the legal clock. */
final class CaseClock {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What happened to a clock; the events are the truth, everything else is computed from them. */
    record Event(
            int sequence,
            Kind kind,
            Instant at,
            String reason,
            @Nullable LegalTerm term,
            @Nullable UUID notice) {
        enum Kind {
            START("开始计时"),
            PAUSE("停表"),
            RESUME("恢复计时"),
            EXTEND("延长"),
            STOP("计时结束");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            String label() {
                return label;
            }
        }
    }

    final ClockSpec spec;
    /** Which time it runs in this case; a clock that is over may start again (第二次补正). */
    final int round;

    final StatedTerm stated;
    final List<Event> events;
    CaseView.ClockState state;
    Instant dueAt;
    /** First moment at which no more than {@link CaseWatch#NEAR_PERCENT} of the term is left. */
    Instant warnAt;

    boolean provisional;

    @Nullable
    Instant stoppedAt;

    @Nullable
    Boolean late;

    int stored;
    boolean fresh;
    boolean dirty;

    /** As read back. */
    CaseClock(
            ClockSpec spec,
            int round,
            StatedTerm stated,
            List<Event> events,
            CaseView.ClockState state,
            Instant dueAt,
            Instant warnAt) {
        this.spec = spec;
        this.round = round;
        this.stated = stated;
        this.events = new ArrayList<>(events);
        this.stored = events.size();
        this.state = state;
        this.dueAt = dueAt;
        this.warnAt = warnAt;
    }

    static CaseClock started(
            ClockSpec spec, int round, StatedTerm stated, Instant at, @Nullable UUID notice, LegalCalendar calendar) {
        CaseClock clock = new CaseClock(spec, round, stated, List.of(), CaseView.ClockState.RUNNING, at, at);
        clock.fresh = true;
        clock.add(Event.Kind.START, at, stated.basis(), stated.term(), notice);
        clock.recompute(calendar);
        return clock;
    }

    void pause(Instant at, String reason, @Nullable UUID notice, LegalCalendar calendar) {
        requireRunning("停表");
        add(Event.Kind.PAUSE, at, reason, null, notice);
        state = CaseView.ClockState.PAUSED;
        recompute(calendar);
    }

    void resume(Instant at, String reason, @Nullable UUID notice, LegalCalendar calendar) {
        if (state != CaseView.ClockState.PAUSED) {
            throw new Fault(CasesError.CLOCK_NOT_PAUSED, spec.label());
        }
        add(Event.Kind.RESUME, at, reason, null, notice);
        state = CaseView.ClockState.RUNNING;
        recompute(calendar);
    }

    void prolong(Instant at, StatedTerm by, String reason, @Nullable UUID notice, LegalCalendar calendar) {
        if (stoppedAt != null) {
            throw new Fault(CasesError.CLOCK_NOT_RUNNING, spec.label(), "延长");
        }
        long before = prolongations();
        if (before >= spec.prolongations()) {
            throw new Fault(CasesError.CLOCK_PROLONGED, spec.label(), before, spec.prolongations());
        }
        add(Event.Kind.EXTEND, at, reason.isEmpty() ? by.basis() : reason, by.term(), notice);
        recompute(calendar);
    }

    /** Ends a clock that is not over yet; one that stands ends as it stands. */
    void stop(Instant at, String reason, @Nullable UUID notice) {
        if (stoppedAt != null) {
            return;
        }
        late = state == CaseView.ClockState.RUNNING && !at.isBefore(dueAt);
        add(Event.Kind.STOP, at, reason, null, notice);
        state = CaseView.ClockState.STOPPED;
        stoppedAt = at;
    }

    long prolongations() {
        return events.stream().filter(e -> e.kind() == Event.Kind.EXTEND).count();
    }

    boolean isOver() {
        return stoppedAt != null;
    }

    /** Computes the due moment anew; true if it moved or its being provisional changed. */
    boolean recompute(LegalCalendar calendar) {
        ClockTerms terms = terms();
        Due due = LegalClock.due(terms, calendar);
        Instant at = due.at().toInstant();
        Instant near =
                LegalClock.nearing(terms, calendar, CaseWatch.NEAR_PERCENT).toInstant();
        boolean moved = !at.equals(dueAt) || provisional != due.provisional() || !near.equals(warnAt);
        dueAt = at;
        warnAt = near;
        provisional = due.provisional();
        dirty = dirty || moved;
        return moved;
    }

    ClockTerms terms() {
        List<Pause> pauses = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        Event open = null;
        for (Event event : events) {
            switch (event.kind()) {
                case PAUSE -> open = event;
                case RESUME -> {
                    if (open != null) {
                        pauses.add(new Pause(day(open.at()), day(event.at()), open.reason()));
                    }
                    open = null;
                }
                case EXTEND -> {
                    if (event.term() != null) {
                        extensions.add(new Extension(event.term(), event.reason()));
                    }
                }
                case START, STOP -> {}
            }
        }
        if (open != null) {
            pauses.add(new Pause(day(open.at()), null, open.reason()));
        }
        return new ClockTerms(stated.term(), events.getFirst().at().atZone(ZONE), pauses, extensions, stated.basis());
    }

    private void requireRunning(String verb) {
        if (state != CaseView.ClockState.RUNNING) {
            throw new Fault(CasesError.CLOCK_NOT_RUNNING, spec.label(), verb);
        }
    }

    private void add(Event.Kind kind, Instant at, String reason, @Nullable LegalTerm term, @Nullable UUID notice) {
        events.add(new Event(events.size() + 1, kind, at, reason, term, notice));
        dirty = true;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
