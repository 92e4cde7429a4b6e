package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.quantity.Money;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a value looks like, and how it is written in JSON. */
public enum ValueType {
    /** “20 个工作日”. */
    TERM("时限"),
    INTEGER("整数"),
    /** A decimal fraction as text, so that it stays exact. */
    DECIMAL("小数"),
    TEXT("文字"),
    LIST("列表"),
    /** Yuan as text. */
    MONEY("金额");

    private static final JsonMapper JSON = JsonMapper.shared();
    private final String label;

    ValueType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @throws Fault {@code rules.value} */
    RuleValue read(JsonNode json) {
        try {
            return switch (this) {
                case TERM -> new RuleValue.Term(LegalTerm.parse(string(json)));
                case INTEGER -> new RuleValue.Whole(integer(json));
                case DECIMAL -> new RuleValue.Decimal(new BigDecimal(json.isNumber() ? json.toString() : string(json)));
                case TEXT -> new RuleValue.Text(string(json));
                case LIST -> new RuleValue.Texts(list(json));
                case MONEY -> new RuleValue.Amount(Money.parse(string(json)));
            };
        } catch (Fault | NumberFormatException e) {
            throw new Fault(RulesError.VALUE, json.toString(), label);
        }
    }

    static JsonNode write(RuleValue value) {
        return switch (value) {
            case RuleValue.Term term -> JSON.valueToTree(term.term().text());
            case RuleValue.Whole whole -> JSON.valueToTree(whole.number());
            case RuleValue.Decimal decimal -> JSON.valueToTree(decimal.number().toPlainString());
            case RuleValue.Text text -> JSON.valueToTree(text.text());
            case RuleValue.Texts texts -> JSON.valueToTree(texts.texts());
            case RuleValue.Amount amount ->
                JSON.valueToTree(BigDecimal.valueOf(amount.money().fen(), 2).toPlainString());
        };
    }

    private static String string(JsonNode json) {
        if (!json.isString()) {
            throw new NumberFormatException("text expected");
        }
        return json.stringValue();
    }

    private static long integer(JsonNode json) {
        if (!json.isIntegralNumber() || !json.canConvertToLong()) {
            throw new NumberFormatException("integer expected");
        }
        return json.longValue();
    }

    private static List<String> list(JsonNode json) {
        if (!json.isArray()) {
            throw new NumberFormatException("list expected");
        }
        return json.valueStream().map(ValueType::string).toList();
    }
}
