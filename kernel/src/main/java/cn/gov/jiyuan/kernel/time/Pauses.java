package cn.gov.jiyuan.kernel.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pauses of a clock united, so that a day stopped twice is stopped once. */
record Pauses(List<Span> closed, @Nullable Span open) {
    private static final Pauses NONE = new Pauses(List.of(), null);

    /** Days on which the clock stands, both ends included. */
    record Span(LocalDate from, LocalDate to, String reason) {
        boolean covers(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }

        private boolean touches(Span later) {
            return to.equals(LocalDate.MAX) || !later.from.isAfter(to.plusDays(1));
        }

        private Span unite(Span later) {
            String both = reason.contains(later.reason) ? reason : reason + "、" + later.reason;
            return new Span(from, later.to.isAfter(to) ? later.to : to, both);
        }
    }

    /** United pauses of the terms; those that ended before the start are left out. */
    static Pauses of(List<Pause> pauses, LocalDate start) {
        if (pauses.isEmpty()) {
            return NONE;
        }
        var spans = new ArrayList<Span>();
        pauses.stream()
                .map(pause -> new Span(pause.from(), pause.to() == null ? LocalDate.MAX : pause.to(), pause.reason()))
                .filter(span -> !span.to.isBefore(start))
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> add(spans, span));
        boolean open = !spans.isEmpty() && spans.getLast().to.equals(LocalDate.MAX);
        Span last = open ? spans.removeLast() : null;
        return new Pauses(List.copyOf(spans), last);
    }

    private static void add(List<Span> spans, Span next) {
        if (!spans.isEmpty() && spans.getLast().touches(next)) {
            spans.add(spans.removeLast().unite(next));
        } else {
            spans.add(next);
        }
    }

    boolean covers(LocalDate date) {
        return closed.stream().anyMatch(span -> span.covers(date));
    }

    /** The open pause, when it began no later than the day. */
    @Nullable
    Span openBy(LocalDate date) {
        return open == null || open.from().isAfter(date) ? null : open;
    }
}
