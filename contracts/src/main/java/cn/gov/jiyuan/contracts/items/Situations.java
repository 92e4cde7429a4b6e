package cn.gov.jiyuan.contracts.items;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Variants of an item (情形): a few questions whose answers decide which materials and terms apply. A published version
 * guarantees that every combination of answers meets exactly one case; an item without cases has one situation.
 */
public record Situations(List<Question> questions, List<Case> cases) {
    public static final Situations NONE = new Situations(List.of(), List.of());

    public Situations {
        questions = questions == null ? List.of() : List.copyOf(questions);
        cases = cases == null ? List.of() : List.copyOf(cases);
    }

    public record Question(String id, String question, List<Option> options) {
        public Question {
            options = options == null ? List.of() : List.copyOf(options);
        }

        public boolean offers(@Nullable String option) {
            return options.stream().anyMatch(o -> o.id().equals(option));
        }
    }

    public record Option(String id, String title) {}

    /**
     * One case.
     *
     * @param when question id → accepted option ids; a question that is absent may be answered in any way
     * @param materials codes of the materials it needs
     * @param legal legal term if it differs from that of the item
     * @param promise promised term if it differs
     * @param note what else is different, in words
     */
    public record Case(
            String code,
            String name,
            Map<String, List<String>> when,
            List<String> materials,
            @Nullable LegalTerm legal,
            @Nullable LegalTerm promise,
            @Nullable String note) {
        public Case {
            when = when == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(when));
            materials = materials == null ? List.of() : List.copyOf(materials);
        }

        /** Whether the answers given so far leave it open; questions not answered yet do. */
        public boolean allows(Map<String, String> answers) {
            return when.entrySet().stream().allMatch(condition -> {
                String answer = answers.get(condition.getKey());
                return answer == null || condition.getValue().contains(answer);
            });
        }
    }

    /** Whether the item has one situation only. */
    public boolean none() {
        return cases.isEmpty();
    }

    public Optional<Case> byCode(@Nullable String code) {
        return cases.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The case that the answers decide; empty while they leave more than one open, or none. */
    public Optional<Case> decided(Map<String, String> answers) {
        List<Case> open = open(answers);
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    /** The next question whose answer still makes a difference. */
    public Optional<Question> next(Map<String, String> answers) {
        List<Case> open = open(answers);
        if (open.size() < 2) {
            return Optional.empty();
        }
        return questions.stream()
                .filter(q -> !answers.containsKey(q.id()))
                .filter(q -> open.stream().anyMatch(c -> c.when().containsKey(q.id())))
                .findFirst();
    }

    private List<Case> open(Map<String, String> answers) {
        return cases.stream().filter(c -> c.allows(answers)).toList();
    }
}
