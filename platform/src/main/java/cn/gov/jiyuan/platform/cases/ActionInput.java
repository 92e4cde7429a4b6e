package cn.gov.jiyuan.platform.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comes with an action.
 *
 * @param opinion opinion of the handler (意见); empty if none
 * @param reason reason (理由); empty if none
 * @param data facts to be kept with the case and given to effects; no personal data
 * @param evidence evidence to be put into the case
 * @param notice document by which the party was told, for pauses and prolongations; null if none
 * @param idempotencyKey a second submission with the same key returns the first outcome; null if not needed
 */
public record ActionInput(
        String opinion,
        String reason,
        Map<String, ?> data,
        List<NewEvidence> evidence,
        @Nullable UUID notice,
        @Nullable String idempotencyKey) {
    public static final ActionInput NONE = new ActionInput("", "", Map.of(), List.of(), null, null);

    public ActionInput {
        data = Map.copyOf(data);
        evidence = List.copyOf(evidence);
    }

    public static ActionInput opinion(String opinion) {
        return NONE.withOpinion(opinion);
    }

    public ActionInput withOpinion(String text) {
        return new ActionInput(text, reason, data, evidence, notice, idempotencyKey);
    }

    public ActionInput withReason(String text) {
        return new ActionInput(opinion, text, data, evidence, notice, idempotencyKey);
    }

    public ActionInput withData(Map<String, ?> facts) {
        return new ActionInput(opinion, reason, facts, evidence, notice, idempotencyKey);
    }

    public ActionInput withEvidence(List<NewEvidence> pieces) {
        return new ActionInput(opinion, reason, data, pieces, notice, idempotencyKey);
    }

    public ActionInput withNotice(UUID document) {
        return new ActionInput(opinion, reason, data, evidence, document, idempotencyKey);
    }

    public ActionInput withKey(String key) {
        return new ActionInput(opinion, reason, data, evidence, notice, key);
    }
}
