package cn.gov.jiyuan.data.themes.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A space for analysis (分析空间): for a purpose, over some datasets, at a level of masking, for a term. */
record Workspace(
        UUID id,
        String title,
        String purpose,
        List<String> datasets,
        Masking masking,
        LocalDate starts,
        LocalDate ends,
        State state,
        @Nullable String opinion,
        UUID unitId,
        UUID ownerId,
        String ownerName,
        Instant madeAt,
        @Nullable String decidedName) {

    enum State {
        REQUESTED("待批"),
        OPEN("开放"),
        REFUSED("未获批准"),
        CLOSED("已关闭");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Which state may follow which. */
    private static final Map<State, Set<State>> TRANSITIONS = Map.of(
            State.REQUESTED, Set.of(State.OPEN, State.REFUSED, State.CLOSED),
            State.OPEN, Set.of(State.CLOSED),
            State.REFUSED, Set.of(),
            State.CLOSED, Set.of());

    boolean mayBecome(State next) {
        return TRANSITIONS.getOrDefault(state, Set.of()).contains(next);
    }

    boolean openOn(LocalDate day) {
        return state == State.OPEN && !day.isBefore(starts) && !day.isAfter(ends);
    }
}
