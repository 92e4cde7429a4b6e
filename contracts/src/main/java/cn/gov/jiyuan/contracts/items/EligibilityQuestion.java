package cn.gov.jiyuan.contracts.items;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question asked before anybody fills in anything, so that nobody applies in vain (办前自查). Answers are never kept.
 *
 * @param id stable within the item
 * @param why why it is asked
 */
public record EligibilityQuestion(
        String id, String question, @Nullable String why, List<Option> options) {
    public EligibilityQuestion {
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** @param stop why one cannot apply with this answer and what to do instead; null if one may go on */
    public record Option(String id, String title, @Nullable String stop) {}

    public Optional<Option> option(@Nullable String optionId) {
        return options.stream().filter(o -> o.id().equals(optionId)).findFirst();
    }
}
