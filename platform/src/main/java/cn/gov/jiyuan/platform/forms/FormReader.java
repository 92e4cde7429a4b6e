package cn.gov.jiyuan.platform.forms;

import cn.gov.jiyuan.kernel.error.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a form file and refuses what the engine does not know, naming file and place: a keyword that is silently
 * ignored would be a check that nobody makes.
 */
final class FormReader {
    private static final Set<String> ROOT = Set.of("id", "version", "title", "schema", "pages", "hints");
    private static final Set<String> OBJECT =
            Set.of("$schema", "$id", "title", "type", "properties", "required", "additionalProperties");
    private static final Set<String> PROPERTY = Set.of(
            "type",
            "title",
            "format",
            "oneOf",
            "const",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems");
    private static final Set<String> ITEMS =
            Set.of("type", "format", "oneOf", "properties", "required", "additionalProperties");
    private static final Set<String> PAGE = Set.of("id", "title", "why", "showIf", "fields");
    private static final Set<String> HINT = Set.of(
            "hint", "example", "unit", "prefill", "summary", "element", "autocomplete", "material", "personal", "long");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final String file;

    FormReader(String file) {
        this.file = file;
    }

    FormDefinition read(JsonNode root) {
        only(root, "", ROOT);
        JsonNode schema = object(root, "", "schema");
        only(schema, "/schema", OBJECT);
        if (!schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").booleanValue()) {
            throw wrong("/schema/additionalProperties", "应为 false：未知的答案不收");
        }
        JsonNode hints = root.path("hints");
        Map<String, FormField> fields = fields(schema, hints, "/schema", "/hints");
        List<FormPage> pages = pages(root, fields);
        return new FormDefinition(
                text(root, "", "id"), integer(root, "version", ""), text(root, "", "title"), pages, schema);
    }

    private Map<String, FormField> fields(JsonNode schema, JsonNode hints, String at, String hintsAt) {
        Set<String> required = strings(schema.path("required"), at + "/required");
        JsonNode properties = object(schema, at, "properties");
        Map<String, FormField> fields = new java.util.LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : properties.properties()) {
            String name = entry.getKey();
            String place = at + "/properties/" + name;
            if (!NAME.matcher(name).matches()) {
                throw wrong(place, "字段名应以小写字母开头，只含字母和数字");
            }
            fields.put(
                    name,
                    field(
                            name,
                            entry.getValue(),
                            hints.path(name),
                            required.contains(name),
                            place,
                            hintsAt + "/" + name));
        }
        for (String name : required) {
            if (!fields.containsKey(name)) {
                throw wrong(at + "/required", "没有名为“" + name + "”的字段");
            }
        }
        for (Map.Entry<String, JsonNode> hint : hints.properties()) {
            if (!fields.containsKey(hint.getKey())) {
                throw wrong(hintsAt + "/" + hint.getKey(), "没有这个字段");
            }
        }
        return fields;
    }

    private FormField field(String name, JsonNode property, JsonNode hint, boolean required, String at, String hintAt) {
        only(property, at, PROPERTY);
        JsonNode items = property.path("items");
        boolean rows = items.path("properties").isObject();
        if (!hint.isMissingNode()) {
            only(hint, hintAt, rows ? with(HINT, "columns") : HINT);
        }
        FieldType type = type(property, hint, at);
        List<Option> options = options(type == FieldType.CHOICES ? items : property, at);
        List<FormField> columns = rows
                ? List.copyOf(fields(items, hint.path("columns"), at + "/items", hintAt + "/columns")
                        .values())
                : List.of();
        if (columns.stream().anyMatch(c -> c.type().isList())) {
            throw wrong(at + "/items", "表格的列不能再是列表");
        }
        return new FormField(
                name, text(property, at, "title"), type, required, limits(property, at), options, columns, hints(hint));
    }

    private FieldType type(JsonNode property, JsonNode hint, String at) {
        String format = property.path("format").asString("");
        return switch (text(property, at, "type")) {
            case "string" ->
                property.has("oneOf")
                        ? FieldType.CHOICE
                        : switch (format) {
                            case "" -> hint.path("long").asBoolean(false) ? FieldType.LONG_TEXT : FieldType.TEXT;
                            case "date" -> FieldType.DATE;
                            case "citizen-id" -> FieldType.CITIZEN_ID;
                            case "uscc" -> FieldType.USCC;
                            case "phone" -> FieldType.PHONE;
                            default -> throw wrong(at + "/format", "不支持的格式“" + format + "”");
                        };
            case "integer" -> FieldType.INTEGER;
            case "number" -> format.equals("money") ? FieldType.MONEY : FieldType.NUMBER;
            case "boolean" -> FieldType.BOOLEAN;
            case "array" -> listType(property.path("items"), at + "/items");
            default -> throw wrong(at + "/type", "不支持的类型");
        };
    }

    private FieldType listType(JsonNode items, String at) {
        only(items, at, ITEMS);
        if (items.has("properties")) {
            return FieldType.ROWS;
        }
        if (items.has("oneOf")) {
            return FieldType.CHOICES;
        }
        if (items.path("format").asString("").equals("file")) {
            return FieldType.FILES;
        }
        throw wrong(at, "列表的元素应为选项、文件或对象");
    }

    private List<Option> options(JsonNode node, String at) {
        List<Option> options = new ArrayList<>();
        for (JsonNode option : node.path("oneOf")) {
            only(option, at + "/oneOf", Set.of("const", "title"));
            options.add(new Option(text(option, at + "/oneOf", "const"), text(option, at + "/oneOf", "title")));
        }
        return options;
    }

    private Limits limits(JsonNode property, String at) {
        String pattern = optional(property, "pattern");
        try {
            Pattern.compile(pattern == null ? "" : pattern);
        } catch (PatternSyntaxException e) {
            throw wrong(at + "/pattern", e.getDescription());
        }
        boolean list = property.path("type").asString("").equals("array");
        JsonNode mustBe = property.path("const");
        if (!mustBe.isMissingNode() && !(mustBe.isBoolean() && mustBe.booleanValue())) {
            throw wrong(at + "/const", "只支持 true（必须同意的声明）");
        }
        return new Limits(
                count(property, list ? "minItems" : "minLength"),
                count(property, list ? "maxItems" : "maxLength"),
                pattern,
                decimal(property, "minimum"),
                decimal(property, "maximum"),
                mustBe.isBoolean());
    }

    private static FieldHints hints(JsonNode hint) {
        return new FieldHints(
                optional(hint, "hint"),
                optional(hint, "example"),
                optional(hint, "unit"),
                optional(hint, "prefill"),
                optional(hint, "summary"),
                optional(hint, "element"),
                optional(hint, "autocomplete"),
                optional(hint, "material"),
                hint.path("personal").asBoolean(false));
    }

    private List<FormPage> pages(JsonNode root, Map<String, FormField> fields) {
        List<FormPage> pages = new ArrayList<>();
        Map<String, String> placed = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode page : root.path("pages")) {
            String at = "/pages/" + pages.size();
            only(page, at, PAGE);
            String id = text(page, at, "id");
            if (!ids.add(id) || !id.matches("[a-z][a-z0-9-]*")) {
                throw wrong(at + "/id", "页标识重复或不合规则（小写字母、数字、连字符）");
            }
            Condition condition = condition(page, at, placed.keySet());
            List<FormField> own = new ArrayList<>();
            for (String name : strings(page.path("fields"), at + "/fields")) {
                FormField field = fields.get(name);
                if (field == null || placed.put(name, id) != null) {
                    throw wrong(at + "/fields", field == null ? "没有名为“" + name + "”的字段" : "字段“" + name + "”出现了两次");
                }
                own.add(field);
            }
            pages.add(new FormPage(id, text(page, at, "title"), optional(page, "why"), condition, own));
        }
        for (String name : fields.keySet()) {
            if (!placed.containsKey(name)) {
                throw wrong("/pages", "字段“" + name + "”不在任何一页上");
            }
        }
        return pages;
    }

    private @Nullable Condition condition(JsonNode page, String at, Set<String> earlier) {
        String source = optional(page, "showIf");
        if (source == null) {
            return null;
        }
        try {
            Condition condition = Condition.parse(source);
            for (String name : condition.names()) {
                if (!earlier.contains(name)) {
                    throw wrong(at + "/showIf", "“" + name + "”不是前面页上的字段");
                }
            }
            return condition;
        } catch (IllegalArgumentException e) {
            throw wrong(at + "/showIf", String.valueOf(e.getMessage()));
        }
    }

    private void only(JsonNode node, String at, Set<String> known) {
        if (!node.isObject()) {
            throw wrong(at, "应为对象");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw wrong(at + "/" + entry.getKey(), "不认识的键");
            }
        }
    }

    private JsonNode object(JsonNode node, String at, String key) {
        if (!node.path(key).isObject()) {
            throw wrong(at + "/" + key, "应为对象");
        }
        return node.path(key);
    }

    private String text(JsonNode node, String at, String key) {
        String text = optional(node, key);
        if (text == null || text.isBlank()) {
            throw wrong(at + "/" + key, "应为文字");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode node, String key) {
        return node.path(key).isString() ? node.path(key).stringValue() : null;
    }

    private int integer(JsonNode node, String key, String at) {
        if (!node.path(key).isInt()) {
            throw wrong(at + "/" + key, "应为整数");
        }
        return node.path(key).intValue();
    }

    private static @Nullable Integer count(JsonNode node, String key) {
        return node.path(key).isInt() ? Integer.valueOf(node.path(key).intValue()) : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode node, String key) {
        return node.path(key).isNumber() ? node.path(key).decimalValue() : null;
    }

    private Set<String> strings(JsonNode array, String at) {
        Set<String> strings = new java.util.LinkedHashSet<>();
        for (JsonNode element : array) {
            if (!element.isString() || !strings.add(element.stringValue())) {
                throw wrong(at, "应为不重复的文字");
            }
        }
        return strings;
    }

    private static Set<String> with(Set<String> keys, String more) {
        Set<String> all = new HashSet<>(keys);
        all.add(more);
        return all;
    }

    private Fault wrong(String pointer, String what) {
        return new Fault(FormsError.DEFINITION, file, pointer.isEmpty() ? "/" : pointer, what);
    }
}
