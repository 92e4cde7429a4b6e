package cn.gov.jiyuan.platform.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recursive descent over the grammar of {@link Condition}. */
final class ConditionParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:('[^']*'|\"[^\"]*\")|(-?\\d+(?:\\.\\d+)?)|([A-Za-z][A-Za-z0-9]*)|(!=|<=|>=|[=<>()\\[\\],]))");
    private static final Set<String> OPERATORS = Set.of("=", "!=", "<", "<=", ">", ">=", "in", "contains");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "contains", "true", "false");

    private final String source;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    ConditionParser(String source) {
        this.source = source;
        Matcher matcher = TOKEN.matcher(source.strip());
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (end != source.strip().length()) {
            throw new IllegalArgumentException("条件无法识别：" + source.strip().substring(end));
        }
    }

    Condition.Node parse() {
        Condition.Node node = or();
        if (next < tokens.size()) {
            throw unexpected();
        }
        return node;
    }

    private Condition.Node or() {
        Condition.Node left = and();
        while (take("or")) {
            left = new Condition.Both(left, and(), false);
        }
        return left;
    }

    private Condition.Node and() {
        Condition.Node left = unary();
        while (take("and")) {
            left = new Condition.Both(left, unary(), true);
        }
        return left;
    }

    private Condition.Node unary() {
        if (take("not")) {
            return new Condition.Not(unary());
        }
        if (take("(")) {
            Condition.Node inner = or();
            expect(")");
            return inner;
        }
        return comparison();
    }

    private Condition.Node comparison() {
        String name = token();
        if (WORDS.contains(name) || !Character.isLetter(name.charAt(0))) {
            next--;
            throw unexpected();
        }
        String operator = token();
        if (!OPERATORS.contains(operator)) {
            next--;
            throw unexpected();
        }
        return new Condition.Compare(name, operator, operator.equals("in") ? literals() : List.of(literal()));
    }

    private List<Object> literals() {
        expect("[");
        List<Object> literals = new ArrayList<>();
        do {
            literals.add(literal());
        } while (take(","));
        expect("]");
        return List.copyOf(literals);
    }

    private Object literal() {
        String token = token();
        char first = token.charAt(0);
        if (first == '\'' || first == '"') {
            return token.substring(1, token.length() - 1);
        }
        if (token.equals("true") || token.equals("false")) {
            return Boolean.valueOf(token);
        }
        if (first == '-' || Character.isDigit(first)) {
            return new BigDecimal(token);
        }
        next--;
        throw unexpected();
    }

    private String token() {
        if (next >= tokens.size()) {
            throw unexpected();
        }
        return tokens.get(next++);
    }

    private boolean take(String wanted) {
        if (next < tokens.size() && tokens.get(next).equals(wanted)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String wanted) {
        if (!take(wanted)) {
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        String where = next < tokens.size() ? "“" + tokens.get(next) + "”处" : "结尾处";
        return new IllegalArgumentException("条件“" + source + "”在" + where + "有误");
    }
}
