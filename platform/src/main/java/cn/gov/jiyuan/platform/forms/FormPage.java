package cn.gov.jiyuan.platform.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a form: one question, or a small group that belongs together (一页一问).
 *
 * @param title the question
 * @param why why we ask
 * @param showIf condition over earlier answers under which the page is asked; always if null
 */
public record FormPage(
        String id,
        String title,
        @Nullable String why,
        @Nullable Condition showIf,
        List<FormField> fields) {
    public FormPage {
        fields = List.copyOf(fields);
    }

    boolean isShown(Answers answers) {
        return showIf == null || showIf.holds(answers);
    }
}
