package cn.gov.jiyuan.data.stewardship;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes changes of stewardship into the audit trail, in the caller's transaction. */
@Component
public class StewardshipTrail {
    private static final int LEAST_WORDS = 10;
    private final Audit audit;

    StewardshipTrail(Audit audit) {
        this.audit = audit;
    }

    /** @param thing {@code rule}: what was changed @param verb {@code approve}: what was done to it */
    public void record(Actor actor, String thing, String verb, String id, String summary, Map<String, ?> detail) {
        audit.record(
                actor,
                new AuditEvent("stewardship." + thing + "." + verb, "stewardship." + thing, id, summary, detail));
    }

    /** @throws Fault {@code stewardship.reason-missing} for a reason of too few words */
    public static String reason(String pointer, String reason) {
        String words = reason.strip();
        if (words.length() < LEAST_WORDS) {
            throw Fault.at(pointer, StewardshipError.REASON_MISSING);
        }
        return words;
    }
}
