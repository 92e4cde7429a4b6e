package cn.gov.jiyuan.platform.messages;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages to parties (消息). A template lives in {@code notices/<module>.properties} (UTF-8): {@code <template>.title},
 * {@code <template>.body} with arguments {0} {1}, and optionally {@code <template>.channels}, a list of {@code mail} and
 * {@code sms} besides the in-app message, which is always made.
 */
public interface Messages {
    /**
     * Makes the in-app message in the caller's transaction and queues its copies by other channels.
     *
     * @param to the party; its addresses are looked up when a copy is sent
     * @param link path within the site, {@code /my/matters/…}; null for none
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code messages.unknown-template}, {@code messages.bad-link}
     */
    UUID send(UUID to, String template, List<?> arguments, @Nullable String link);

    /**
     * Whose messages somebody reads: those of a firm are for all who act for it without limits, those of a person are for
     * nobody but himself, whoever acts for him.
     */
    static UUID recipient(Actor actor) {
        boolean firm = actor.actingAs() == ActingAs.ENTERPRISE && actor.roles().contains("enterprise");
        return firm ? actor.principalId() : actor.personId();
    }

    /** How many messages the party has not opened yet. */
    long unread(UUID party);
}
