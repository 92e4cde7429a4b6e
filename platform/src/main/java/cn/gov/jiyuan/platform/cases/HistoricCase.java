package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A case as it really went (历史办件), told as what was done when: the engine itself derives states, tasks, timeline and
 * clocks from its transition table, so that an imported case obeys the same rules as a live one.
 *
 * @param id its id; {@link cn.gov.jiyuan.kernel.id.Ids#at} for one that is ordered by time
 * @param handedIn evidence that came with the application
 * @param deeds what was done, in order
 */
public record HistoricCase(
        UUID id, NewCase opened, Actor openedBy, Instant openedAt, List<NewEvidence> handedIn, List<Deed> deeds) {
    /** One action of the transition table, with who did it and when. */
    public record Deed(Instant at, Actor actor, String action, ActionInput input) {}

    public HistoricCase {
        handedIn = List.copyOf(handedIn);
        deeds = List.copyOf(deeds);
    }

    public HistoricCase(UUID id, NewCase opened, Actor openedBy, Instant openedAt, List<Deed> deeds) {
        this(id, opened, openedBy, openedAt, List.of(), deeds);
    }
}
