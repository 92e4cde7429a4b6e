package cn.gov.jiyuan.kernel.actor;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, in which capacity, for whom and from which unit. Every business record, audit event and policy decision
 * carries one.
 *
 * @param personId party id of the human being; the nil UUID for {@link #ANONYMOUS} and {@link #SYSTEM}
 * @param name name as shown to others
 * @param actingAs the capacity
 * @param principalId the party on whose behalf the actor acts: himself, the person or the enterprise represented
 * @param principalName name of the principal
 * @param unitId the unit (机构) of an official's present post, otherwise null
 * @param unitName name of that unit
 * @param roles ids of the roles held in this capacity
 * @param realLevel real-name level 1–4 (实名等级); 0 when nobody is logged in
 */
public record Actor(
        UUID personId,
        String name,
        ActingAs actingAs,
        UUID principalId,
        String principalName,
        @Nullable UUID unitId,
        @Nullable String unitName,
        Set<String> roles,
        int realLevel)
        implements Serializable {

    private static final UUID NIL = new UUID(0, 0);

    /** A visitor who has not logged in. */
    public static final Actor ANONYMOUS =
            new Actor(NIL, "游客", ActingAs.ANONYMOUS, NIL, "游客", null, null, Set.of("anonymous"), 0);

    /** The platform acting by itself. */
    public static final Actor SYSTEM =
            new Actor(NIL, "系统", ActingAs.SYSTEM, NIL, "系统", null, null, Set.of("system"), 4);

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean isAnonymous() {
        return actingAs == ActingAs.ANONYMOUS;
    }

    public boolean isOfficial() {
        return actingAs == ActingAs.OFFICIAL;
    }
}
