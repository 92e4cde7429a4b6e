package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.EligibilityQuestion;
import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.Situations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands in the questions before applying (办前自查与情形选择): first whether he may apply, then which
 * situation is his. An item without questions of its own is asked its conditions, one by one; its stewards need not write
 * anything for that. All answers lie in the address of the page; none is kept. Parameters are {@code e.<question>} and
 * {@code s.<question>}; answers that the item does not offer count as not given.
 */
final class SelfCheck {
    static final String ELIGIBILITY = "e.";
    static final String SITUATION = "s.";

    private final ItemContent content;
    private final List<Given> given = new ArrayList<>();
    private final Map<String, String> situation = new LinkedHashMap<>();
    private @Nullable Asked asked;
    private @Nullable String stop;

    /** One answer. @param parameter name in the address */
    record Given(String parameter, String option, String question, String answer) {}

    record Choice(String id, String title) {}

    /** The question to ask next. */
    record Asked(
            String parameter, String question, @Nullable String why, List<Choice> choices) {}

    SelfCheck(ItemContent content, Map<String, String> parameters) {
        this.content = content;
        eligibility(parameters);
        if (asked == null && stop == null) {
            situation(parameters);
        }
    }

    private void eligibility(Map<String, String> parameters) {
        for (EligibilityQuestion question : questions(content)) {
            String name = ELIGIBILITY + question.id();
            Optional<EligibilityQuestion.Option> option = question.option(parameters.get(name));
            if (option.isEmpty()) {
                asked = new Asked(
                        name,
                        question.question(),
                        question.why(),
                        question.options().stream()
                                .map(o -> new Choice(o.id(), o.title()))
                                .toList());
                return;
            }
            given.add(new Given(
                    name, option.get().id(), question.question(), option.get().title()));
            stop = option.get().stop();
            if (stop != null) {
                return;
            }
        }
    }

    private void situation(Map<String, String> parameters) {
        Optional<Situations.Question> next = content.situations().next(situation);
        while (next.isPresent()) {
            Situations.Question question = next.get();
            String name = SITUATION + question.id();
            String answer = parameters.get(name);
            Optional<Situations.Option> option = question.options().stream()
                    .filter(o -> o.id().equals(answer))
                    .findFirst();
            if (option.isEmpty()) {
                asked = new Asked(
                        name,
                        question.question(),
                        "不同的情形，要交的材料和办理时限不同。",
                        question.options().stream()
                                .map(o -> new Choice(o.id(), o.title()))
                                .toList());
                return;
            }
            situation.put(question.id(), option.get().id());
            given.add(new Given(
                    name, option.get().id(), question.question(), option.get().title()));
            next = content.situations().next(situation);
        }
    }

    /** The item's own questions; for an item without any, whether one is of those it serves and meets each condition. */
    private static List<EligibilityQuestion> questions(ItemContent content) {
        if (wanted(content)) {
            return content.eligibility();
        }
        List<EligibilityQuestion> questions = new ArrayList<>();
        List<String> objects = content.basics().serviceObjects();
        if (!objects.isEmpty()) {
            String served = String.join("、", objects);
            questions.add(yesOrNo("object", "申请人是" + served + "吗？", "本事项只为" + served + "办理。"));
        }
        for (String condition : content.conditions()) {
            questions.add(yesOrNo("condition-" + questions.size(), condition, "不符合这一条件：" + condition));
        }
        return questions;
    }

    private static EligibilityQuestion yesOrNo(String id, String question, String stop) {
        return new EligibilityQuestion(
                id,
                question,
                null,
                List.of(
                        new EligibilityQuestion.Option("yes", "是", null),
                        new EligibilityQuestion.Option("no", "否", stop)));
    }

    /** Whether the item itself asks anything, so that the way to applying leads through the questions. */
    static boolean wanted(ItemContent content) {
        return !content.eligibility().isEmpty()
                || content.situations().next(Map.of()).isPresent();
    }

    List<Given> given() {
        return given;
    }

    /** The next question; empty if one is stopped or all is answered. */
    Optional<Asked> asked() {
        return Optional.ofNullable(asked);
    }

    /** Why one cannot apply, and what to do instead. */
    Optional<String> stop() {
        return Optional.ofNullable(stop);
    }

    /** The situation that the answers decide; empty if the item has none or they do not yet. */
    Optional<Situations.Case> decided() {
        return asked != null || stop != null
                ? Optional.empty()
                : content.situations().decided(situation);
    }
}
