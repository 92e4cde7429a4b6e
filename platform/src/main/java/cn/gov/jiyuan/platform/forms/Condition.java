package cn.gov.jiyuan.platform.forms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A condition over answers, in a small whitelisted part of FEEL: {@code =, !=, <, <=, >, >=, in [..], contains},
 * joined by {@code and}, {@code or}, {@code not} and parentheses. A missing answer makes every comparison false except
 * {@code !=}.
 */
public final class Condition {
    private final String source;
    private final Node root;

    private Condition(String source, Node root) {
        this.source = source;
        this.root = root;
    }

    /** @throws IllegalArgumentException if the text is no condition, with the place */
    static Condition parse(String source) {
        return new Condition(source, new ConditionParser(source).parse());
    }

    public boolean holds(Answers answers) {
        return root.holds(answers);
    }

    /** Names of the answers it looks at. */
    Set<String> names() {
        return root.names();
    }

    @JsonValue
    @Override
    public String toString() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    sealed interface Node {
        boolean holds(Answers answers);

        Set<String> names();
    }

    record Both(Node left, Node right, boolean and) implements Node {
        @Override
        public boolean holds(Answers answers) {
            return and ? left.holds(answers) && right.holds(answers) : left.holds(answers) || right.holds(answers);
        }

        @Override
        public Set<String> names() {
            Set<String> all = new java.util.HashSet<>(left.names());
            all.addAll(right.names());
            return all;
        }
    }

    record Not(Node inner) implements Node {
        @Override
        public boolean holds(Answers answers) {
            return !inner.holds(answers);
        }

        @Override
        public Set<String> names() {
            return inner.names();
        }
    }

    record Compare(String name, String operator, List<Object> literals) implements Node {
        @Override
        public boolean holds(Answers answers) {
            Object value = answers.get(name);
            if (value == null) {
                return operator.equals("!=");
            }
            return switch (operator) {
                case "in" -> literals.stream().anyMatch(l -> same(value, l));
                case "contains" ->
                    value instanceof Collection<?> many
                            && many.stream().anyMatch(v -> v != null && same(v, literals.getFirst()));
                case "=" -> same(value, literals.getFirst());
                case "!=" -> !same(value, literals.getFirst());
                default -> ordered(value, literals.getFirst());
            };
        }

        private boolean ordered(Object value, Object literal) {
            if (!(literal instanceof BigDecimal bound) || !(value instanceof Number number)) {
                return false;
            }
            int order = new BigDecimal(number.toString()).compareTo(bound);
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }

        private static boolean same(Object value, Object literal) {
            if (value instanceof Number number && literal instanceof BigDecimal decimal) {
                return new BigDecimal(number.toString()).compareTo(decimal) == 0;
            }
            return value.equals(literal);
        }

        @Override
        public Set<String> names() {
            return Set.of(name);
        }
    }
}
