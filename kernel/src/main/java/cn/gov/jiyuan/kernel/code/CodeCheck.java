package cn.gov.jiyuan.kernel.code;

import java.util.List;

/**
 * What was found about a code, rule by rule, for people who want to know why (编码校验).
 *
 * @param normalised the code as it should be written; as given when it cannot be read
 * @param checks in the order made; a rule that makes the later ones pointless is the last
 */
public record CodeCheck(boolean valid, String normalised, List<Rule> checks) {
    public CodeCheck {
        checks = List.copyOf(checks);
    }

    /** Why the code is refused: the first rule it breaks; empty when valid. */
    public String reason() {
        return checks.stream()
                .filter(rule -> !rule.passed())
                .map(Rule::finding)
                .findFirst()
                .orElse("");
    }

    /**
     * One rule.
     *
     * @param name 校验位
     * @param finding what was found, in a sentence
     */
    public record Rule(String name, boolean passed, String finding) {}
}
