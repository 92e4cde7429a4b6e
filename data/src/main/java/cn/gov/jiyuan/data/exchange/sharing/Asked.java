package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program asks.
 *
 * @param conditions values by item @param items wanted; empty for all that are granted @param limit 0 for the most
 *     allowed
 */
record Asked(
        String caseNumber,
        String purpose,
        String operator,
        Map<String, String> conditions,
        List<String> items,
        int limit) {
    private static final int LONGEST = 200;
    private static final int MOST_CONDITIONS = 10;

    static Asked of(byte[] body) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            if (!json.isObject()) {
                throw new Fault(SharingError.BAD_BODY);
            }
            Map<String, String> conditions = new LinkedHashMap<>();
            json.path("conditions")
                    .properties()
                    .forEach(e -> conditions.put(e.getKey(), e.getValue().asString()));
            List<String> items =
                    json.path("items").valueStream().map(JsonNode::asString).toList();
            return new Asked(
                    text(json, "caseNumber"),
                    text(json, "purpose"),
                    text(json, "operator"),
                    conditions,
                    items,
                    json.path("limit").asInt(0));
        } catch (JacksonException e) {
            throw Fault.caused(e, SharingError.BAD_BODY);
        }
    }

    /** The query of a GET: what is none of ours is a condition. */
    static Asked of(Map<String, String> parameters) {
        Map<String, String> conditions = new LinkedHashMap<>(parameters);
        String caseNumber = taken(conditions, "caseNumber");
        String purpose = taken(conditions, "purpose");
        String operator = taken(conditions, "operator");
        String items = taken(conditions, "items");
        String limit = taken(conditions, "limit");
        return new Asked(
                caseNumber,
                purpose,
                operator,
                conditions,
                items.isEmpty() ? List.of() : List.of(items.split(",", -1)),
                limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0);
    }

    Asked {
        boolean tooMuch = conditions.size() > MOST_CONDITIONS
                || List.of(caseNumber, purpose, operator).stream().anyMatch(text -> text.length() > LONGEST);
        if (tooMuch) {
            throw new Fault(SharingError.BAD_BODY);
        }
    }

    private static String taken(Map<String, String> parameters, String name) {
        String value = parameters.remove(name);
        return value == null ? "" : value.strip();
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("").strip();
    }
}
