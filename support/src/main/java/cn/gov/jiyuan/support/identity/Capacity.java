package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The capacity that somebody has chosen (办理身份).
 *
 * @param subjectId the representation or the post that gives the capacity, null for himself
 */
record Capacity(ActingAs actingAs, @Nullable UUID subjectId) implements Serializable {
    static final Capacity SELF = new Capacity(ActingAs.SELF, null);

    public String token() {
        return actingAs.name() + (subjectId == null ? "" : ":" + subjectId);
    }
}
