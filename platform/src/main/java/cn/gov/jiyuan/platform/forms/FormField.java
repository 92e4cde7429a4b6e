package cn.gov.jiyuan.platform.forms;

import java.util.List;

/**
 * One field of a form (字段).
 *
 * @param options what can be chosen, for {@link FieldType#CHOICE} and {@link FieldType#CHOICES}
 * @param columns fields of one row, for {@link FieldType#ROWS}
 */
public record FormField(
        String name,
        String label,
        FieldType type,
        boolean required,
        Limits limits,
        List<Option> options,
        List<FormField> columns,
        FieldHints hints) {
    public FormField {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
    }

    /** Label on check-answers and documents. */
    public String summaryLabel() {
        return hints.summary() == null ? label : hints.summary();
    }

    /** Title of a chosen value; the value itself if the form does not know it. */
    public String titleOf(Object value) {
        return options.stream()
                .filter(o -> o.value().equals(value))
                .map(Option::title)
                .findFirst()
                .orElse(String.valueOf(value));
    }
}
