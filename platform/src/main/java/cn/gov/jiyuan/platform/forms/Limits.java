package cn.gov.jiyuan.platform.forms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of an answer, as the schema states them; a null bound does not bind.
 *
 * @param minLength shortest text, or fewest elements of a list
 * @param maxLength longest text, or most elements of a list
 * @param pattern regular expression that the whole text must match
 * @param mustAgree a declaration that must be true ({@code const: true})
 */
public record Limits(
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        boolean mustAgree) {}
