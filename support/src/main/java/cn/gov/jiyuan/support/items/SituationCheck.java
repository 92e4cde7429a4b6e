package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.Situations;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether every combination of answers meets exactly one case (情形唯一命中). A case is a box: a set of options for each
 * question. Two boxes overlap if their sets meet in every question. Boxes that do not overlap cover everything if their
 * sizes add up to the size of the whole; where they do not, going into the part with a deficit, question by question,
 * leads to a combination that no case meets. So the work grows with questions × options × cases, never with the number of
 * combinations.
 */
final class SituationCheck {
    private final List<Situations.Question> questions;
    private final List<Situations.Case> cases;
    private final List<Set<String>> whole;
    private final List<List<Set<String>>> boxes;

    SituationCheck(Situations situations) {
        this.questions = situations.questions();
        this.cases = situations.cases();
        this.whole = questions.stream()
                .map(q -> q.options().stream()
                        .map(Situations.Option::id)
                        .collect(Collectors.<String, Set<String>>toCollection(LinkedHashSet::new)))
                .toList();
        this.boxes = cases.stream().map(this::box).toList();
    }

    /** Answers that meet two cases. @param pointer of the second */
    record Overlap(String answers, String first, String second, int at) {}

    private List<Set<String>> box(Situations.Case one) {
        List<Set<String>> box = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            List<String> accepted = one.when().get(questions.get(i).id());
            Set<String> options = new LinkedHashSet<>(whole.get(i));
            if (accepted != null) {
                options.retainAll(accepted);
            }
            box.add(options);
        }
        return box;
    }

    /** The first two cases that some answers meet both. */
    Optional<Overlap> overlap() {
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                List<Set<String>> common = meet(boxes.get(i), boxes.get(j));
                if (!size(common).equals(BigInteger.ZERO)) {
                    return Optional.of(new Overlap(
                            words(common.stream().map(o -> o.iterator().next()).toList()),
                            cases.get(i).name(),
                            cases.get(j).name(),
                            j));
                }
            }
        }
        return Optional.empty();
    }

    /** Answers that meet no case; only asked of cases that do not {@link #overlap}. */
    Optional<String> gap() {
        List<Set<String>> region = new ArrayList<>(whole);
        if (!deficit(region)) {
            return Optional.empty();
        }
        for (int i = 0; i < questions.size(); i++) {
            for (String option : whole.get(i)) {
                region.set(i, Set.of(option));
                if (deficit(region)) {
                    break;
                }
            }
        }
        return Optional.of(words(region.stream().map(o -> o.iterator().next()).toList()));
    }

    private boolean deficit(List<Set<String>> region) {
        BigInteger covered =
                boxes.stream().map(box -> size(meet(box, region))).reduce(BigInteger.ZERO, BigInteger::add);
        return covered.compareTo(size(region)) < 0;
    }

    private static List<Set<String>> meet(List<Set<String>> one, List<Set<String>> other) {
        List<Set<String>> common = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            Set<String> options = new LinkedHashSet<>(one.get(i));
            options.retainAll(other.get(i));
            common.add(options);
        }
        return common;
    }

    private static BigInteger size(List<Set<String>> box) {
        return box.stream().map(o -> BigInteger.valueOf(o.size())).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private String words(List<String> answers) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            shown.put(questions.get(i).question(), title(questions.get(i), answers.get(i)));
        }
        return shown.entrySet().stream()
                .map(e -> "“" + e.getKey() + "”答“" + e.getValue() + "”")
                .collect(Collectors.joining("，"));
    }

    private static String title(Situations.Question question, @Nullable String option) {
        return question.options().stream()
                .filter(o -> o.id().equals(option))
                .map(Situations.Option::title)
                .findFirst()
                .orElse("其他");
    }
}
