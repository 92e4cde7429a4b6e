package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.EligibilityQuestion;
import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.Material;
import cn.gov.jiyuan.contracts.items.Situations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the questions before applying and the situations of a version still lack. */
final class VariantCompleteness {
    private static final String SITUATIONS = "/situations";

    private final ItemContent content;
    private final List<Shortfall> found;

    VariantCompleteness(ItemContent content, List<Shortfall> found) {
        this.content = content;
        this.found = found;
    }

    void check() {
        eligibility();
        Situations situations = content.situations();
        if (situations.none() && situations.questions().isEmpty()) {
            return;
        }
        int before = found.size();
        questions(situations.questions());
        cases(situations);
        if (found.size() == before) {
            combinations(situations);
        }
    }

    private void eligibility() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < content.eligibility().size(); i++) {
            EligibilityQuestion question = content.eligibility().get(i);
            String at = "/eligibility/" + i;
            once(ids, question.id(), at + "/id");
            text(question.question(), at + "/question", "办前自查的问题");
            options(
                    question.options().stream()
                            .map(EligibilityQuestion.Option::id)
                            .toList(),
                    question.question(),
                    at);
            if (!question.options().isEmpty() && question.options().stream().allMatch(o -> o.stop() != null)) {
                found.add(Shortfall.at(at + "/options", ItemsError.ELIGIBILITY_NOBODY, question.question()));
            }
        }
    }

    private void questions(List<Situations.Question> questions) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < questions.size(); i++) {
            Situations.Question question = questions.get(i);
            String at = SITUATIONS + "/questions/" + i;
            once(ids, question.id(), at + "/id");
            text(question.question(), at + "/question", "情形的问题");
            options(question.options().stream().map(Situations.Option::id).toList(), question.question(), at);
        }
    }

    private void options(List<String> ids, String question, String at) {
        if (ids.size() < 2) {
            found.add(Shortfall.at(at + "/options", ItemsError.OPTIONS_FEW, question));
        }
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> once(seen, id, at + "/options"));
    }

    private void cases(Situations situations) {
        Set<String> codes = new HashSet<>();
        Set<String> materials = content.materials().stream().map(Material::code).collect(Collectors.toSet());
        for (int i = 0; i < situations.cases().size(); i++) {
            Situations.Case one = situations.cases().get(i);
            String at = SITUATIONS + "/cases/" + i;
            once(codes, one.code(), at + "/code");
            text(one.name(), at + "/name", "情形名称");
            for (String material : one.materials()) {
                if (!materials.contains(material)) {
                    found.add(Shortfall.at(
                            at + "/materials", ItemsError.SITUATION_UNKNOWN, one.name(), "材料 " + material));
                }
            }
            when(situations, one, at);
            ItemContent.Terms terms = content.terms(one);
            if ((one.legal() != null || one.promise() != null) && TermLength.exceeds(terms.promise(), terms.legal())) {
                found.add(Shortfall.at(
                        at + "/promise",
                        ItemsError.PROMISE_OVER_LEGAL,
                        TermLength.text(terms.promise()),
                        TermLength.text(terms.legal())));
            }
        }
    }

    private void when(Situations situations, Situations.Case one, String at) {
        one.when().forEach((id, accepted) -> {
            Situations.Question question = situations.questions().stream()
                    .filter(q -> q.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (question == null) {
                found.add(Shortfall.at(at + "/when", ItemsError.SITUATION_UNKNOWN, one.name(), "问题 " + id));
            } else if (accepted.isEmpty()) {
                found.add(Shortfall.at(at + "/when", ItemsError.SITUATION_NEVER, one.name(), question.question()));
            } else {
                accepted.stream()
                        .filter(option -> !question.offers(option))
                        .forEach(option -> found.add(
                                Shortfall.at(at + "/when", ItemsError.SITUATION_UNKNOWN, one.name(), "选项 " + option)));
            }
        });
    }

    private void combinations(Situations situations) {
        SituationCheck check = new SituationCheck(situations);
        check.overlap()
                .ifPresentOrElse(
                        overlap -> found.add(Shortfall.at(
                                SITUATIONS + "/cases/" + overlap.at() + "/when",
                                ItemsError.SITUATION_OVERLAP,
                                overlap.answers(),
                                overlap.first(),
                                overlap.second())),
                        () -> check.gap()
                                .ifPresent(answers -> found.add(
                                        Shortfall.at(SITUATIONS + "/cases", ItemsError.SITUATION_GAP, answers))));
    }

    private void once(Set<String> seen, String id, String at) {
        if (id == null || id.isBlank()) {
            found.add(Shortfall.at(at, ItemsError.ELEMENT_MISSING, "标识"));
        } else if (!seen.add(id)) {
            found.add(Shortfall.at(at, ItemsError.IDENTIFIER_TWICE, id));
        }
    }

    private void text(String text, String at, String name) {
        if (text == null || text.isBlank()) {
            found.add(Shortfall.at(at, ItemsError.ELEMENT_MISSING, name));
        }
    }
}
