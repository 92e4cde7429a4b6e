package cn.gov.jiyuan.contracts.identity;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may act for whom (代理权): asked at every step, judged by that day, never remembered. */
public interface Authority {
    /**
     * What somebody wants to do for a party.
     *
     * @param principalId the party for whom; himself if nobody else
     * @param enterprise whether that is a legal entity
     * @param itemCode implementation code of the item
     * @param licence whether a new licence would come of it, which an entity struck off may not have
     */
    record Errand(UUID principalId, boolean enterprise, String itemCode, String itemName, boolean licence) {}

    /**
     * The power by which he acts.
     *
     * @param id of the grant; null for himself, and for a legal representative by the register
     * @param relation LEGAL_REPRESENTATIVE, HANDLER, GUARDIAN, ENTRUSTED; SELF if he acts for himself
     * @param label the same in Chinese
     * @param validTo last day; null if it has none
     */
    record Power(
            @Nullable UUID id,
            String relation,
            String label,
            @Nullable LocalDate validTo) {
        public static final Power SELF = new Power(null, "SELF", "本人", null);
    }

    /** Items to which the power is limited; the codes do not matter if it covers all. */
    record Scope(boolean all, Set<String> items) {
        public boolean covers(String itemCode) {
            return all || items.contains(itemCode);
        }
    }

    /**
     * The power of the actor's person for the errand, in whatever capacity he is at the moment.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault which says why not, and where possible what can be done about it: a power
     *     that ended, was revoked or does not cover the item, a minor who acts for himself, a principal who died, an entity
     *     struck off
     */
    Power require(Actor actor, Errand errand);

    /** What the actor, as he acts now, may see of his principal; nothing once the power is over. */
    Scope scope(Actor actor);
}
