package cn.gov.jiyuan.platform.cases;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action that the actor may do now, with what he must know before doing it.
 *
 * @param recallable whether its performer may take it back as long as the next one has not worked
 * @param refusal why he may not after all (same person, task taken), told before he tries; null if he may
 */
public record ActionOffer(
        String action,
        String label,
        String consequence,
        boolean opinion,
        boolean reason,
        Set<String> evidence,
        @Nullable String form,
        boolean recallable,
        @Nullable String refusal) {}
