package cn.gov.jiyuan.platform.forms;

import org.jspecify.annotations.Nullable;

/**
 * How a field is asked and used, beside what the schema says of its value.
 *
 * @param hint help under the label
 * @param example an example shown with the hint, never as a placeholder
 * @param unit unit behind the input, 平方米 for example
 * @param prefill where a known answer comes from, {@code party.name} for example
 * @param summary label on check-answers and documents; the field's own label if null
 * @param element code of the standard data element (数据元)
 * @param autocomplete value of the HTML attribute
 * @param material code of the material of the item that a file field delivers
 * @param personal whether the answer is personal data and masked for others
 */
public record FieldHints(
        @Nullable String hint,
        @Nullable String example,
        @Nullable String unit,
        @Nullable String prefill,
        @Nullable String summary,
        @Nullable String element,
        @Nullable String autocomplete,
        @Nullable String material,
        boolean personal) {
    static final FieldHints NONE = new FieldHints(null, null, null, null, null, null, null, null, false);
}
