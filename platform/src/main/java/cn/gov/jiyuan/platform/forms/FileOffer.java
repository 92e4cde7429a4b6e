package cn.gov.jiyuan.platform.forms;

import org.jspecify.annotations.Nullable;

/**
 * A document that need not be uploaded because it is at hand (可复用的材料); drawn under a field of files.
 *
 * @param value what the parameter {@code <field>.reuse} carries if it is chosen
 * @param note whence it is and until when it holds
 * @param refusal why it cannot be used; null if it can
 */
public record FileOffer(
        String value, String title, String note, @Nullable String refusal) {}
