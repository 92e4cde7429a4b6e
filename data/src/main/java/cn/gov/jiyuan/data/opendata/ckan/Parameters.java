package cn.gov.jiyuan.data.opendata.ckan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parameters of an action, from an address or from a JSON body; CKAN takes either. */
record Parameters(Map<String, JsonNode> values) {
    static Parameters of(Map<String, String[]> address, String body) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        address.forEach((name, given) -> values.put(name, JsonMapper.shared().valueToTree(given[0])));
        if (!body.isBlank()) {
            JsonNode tree;
            try {
                tree = JsonMapper.shared().readTree(body);
            } catch (JacksonException e) {
                throw CkanFault.invalid("json", "Error decoding JSON data");
            }
            if (!tree.isObject()) {
                throw CkanFault.invalid("json", "Request data JSON decoded to something that is not an object");
            }
            tree.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        }
        return new Parameters(values);
    }

    boolean has(String name) {
        JsonNode value = values.get(name);
        return value != null && !value.isNull();
    }

    String text(String name, String otherwise) {
        JsonNode value = values.get(name);
        return value == null || value.isNull() ? otherwise : value.asString(otherwise);
    }

    String required(String name) {
        String text = text(name, "");
        if (text.isBlank()) {
            throw CkanFault.invalid(name, "Missing value");
        }
        return text;
    }

    int number(String name, int otherwise, int most) {
        if (!has(name)) {
            return otherwise;
        }
        int number;
        try {
            number = Integer.parseInt(text(name, "").strip());
        } catch (NumberFormatException e) {
            throw CkanFault.invalid(name, "Invalid integer");
        }
        if (number < 0) {
            throw CkanFault.invalid(name, "Must be a natural number");
        }
        return Math.min(number, most);
    }

    boolean flag(String name, boolean otherwise) {
        return has(name) ? text(name, "").equalsIgnoreCase("true") : otherwise;
    }

    /** A value that may come as JSON or as a text that holds JSON. */
    @Nullable
    JsonNode tree(String name) {
        JsonNode value = values.get(name);
        if (value == null || value.isNull() || !value.isString()) {
            return value;
        }
        String text = value.asString().strip();
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return value;
        }
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw CkanFault.invalid(name, "Cannot parse JSON");
        }
    }

    /** A list, or a text with commas. */
    List<String> list(String name) {
        JsonNode value = tree(name);
        List<String> list = new ArrayList<>();
        if (value == null) {
            return list;
        }
        if (value.isArray()) {
            value.forEach(one -> list.add(one.isObject() ? one.path("name").asString("") : one.asString("")));
        } else {
            for (String part : value.asString("").split(",", -1)) {
                list.add(part.strip());
            }
        }
        list.removeIf(String::isEmpty);
        return list;
    }
}
