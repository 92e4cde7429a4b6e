package cn.gov.jiyuan.service.oversight;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All approved versions of all rules: which holds on which day. */
final class RuleBook {
    private final Map<String, List<Rule>> versions;

    RuleBook(List<Rule> rules) {
        versions = rules.stream()
                .filter(Rule::approved)
                .sorted(Comparator.comparing(Rule::from).thenComparing(Rule::version))
                .collect(Collectors.groupingBy(Rule::code));
    }

    /** The version in force on a day, enabled or not. */
    Optional<Rule> on(String code, LocalDate day) {
        return versions.getOrDefault(code, List.of()).stream()
                .filter(rule -> !rule.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    boolean holds(Rule rule, LocalDate day) {
        return rule.enabled() && on(rule.code(), day).filter(rule::equals).isPresent();
    }

    /** Enabled versions that judge cases of a type, of any time. */
    List<Rule> forCases(String type) {
        return enabled().stream().filter(rule -> rule.caseType().equals(type)).toList();
    }

    List<Rule> enabled() {
        return versions.values().stream()
                .flatMap(List::stream)
                .filter(Rule::enabled)
                .toList();
    }
}
