package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.documents.FormSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material that an applicant writes himself, as a form on paper (样表): a power of attorney, a statement, a list.
 *
 * @param names names of the materials for which it serves
 */
record Sheet(String id, String title, List<String> names, List<String> intro, List<Row> rows, List<String> closing) {
    /** @param lines least height in lines; one if absent */
    record Row(String label, String sample, @Nullable Integer lines) {
        FormSheet.Row drawn(boolean filled) {
            return new FormSheet.Row(label, filled ? sample : choices(), lines == null ? 1 : lines);
        }

        /** What can be ticked stays on the blank form, unticked. */
        private String choices() {
            return sample.contains("■") ? sample.replace('■', '□') : "";
        }
    }

    List<FormSheet.Section> sections(boolean filled) {
        return List.of(new FormSheet.Section(
                "", rows.stream().map(row -> row.drawn(filled)).toList()));
    }
}
