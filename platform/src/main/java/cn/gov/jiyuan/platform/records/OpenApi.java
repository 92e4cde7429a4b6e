package cn.gov.jiyuan.platform.records;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the OpenAPI 3.1 description of record types from their descriptors. */
final class OpenApi {
    private static final String PROBLEM = "Problem";
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths;
    private final ObjectNode schemas;

    OpenApi() {
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", "济源数字政府平台").put("version", "0.1.0");
        paths = document.putObject("paths");
        schemas = document.putObject("components").putObject("schemas");
        ObjectNode cell = object(schemas.putObject("Cell"), "一个值");
        ArrayNode kinds = cell.putObject("value").putArray("type");
        List.of("string", "number", "boolean", "null").forEach(kinds::add);
        text(cell, "text", "显示文字；个人信息为脱敏形式");
        cell.putObject("masked").put("type", "boolean");
        ObjectNode problem = object(schemas.putObject(PROBLEM), "RFC 9457 问题说明");
        text(problem, "type", "");
        problem.putObject("status").put("type", "integer");
        text(problem, "detail", "发生了什么、保留了什么、该怎么办");
        text(problem, "code", "错误代码");
        text(problem, "pointer", "出错的参数");
    }

    ObjectNode node() {
        return document;
    }

    void add(RecordType type, List<Column> columns) {
        schema(type, columns);
        String base = "/api/records/" + type.id();
        list(type, columns, operation(paths, base, "get", type.name() + "列表"), page(type));
        list(type, columns, operation(paths, base + "/export", "get", "导出" + type.name()), null);
        ObjectNode one = operation(paths, base + "/{id}", "get", type.name() + "详情");
        parameter(one, "id", "path", "主键").put("type", "string");
        answers(one, reference(type.id()));
        type.writing().ifPresent(part -> update(type, part, base));
    }

    private void schema(RecordType type, List<Column> columns) {
        ObjectNode row = object(schemas.putObject(type.id()), type.name());
        text(row, "id", "主键");
        text(row, "label", type.label().label());
        row.putObject("version").put("type", "integer").put("description", "乐观锁版本");
        ObjectNode cells = object(row.putObject("cells"), "各列");
        for (Column column : columns) {
            ObjectNode cell = cells.putObject(column.id());
            cell.put("$ref", "#/components/schemas/Cell").put("description", description(column));
        }
    }

    private static String description(Column column) {
        StringBuilder text = new StringBuilder(column.label());
        text.append("（").append(column.protection().level().label());
        if (!column.element().isEmpty()) {
            text.append("，数据元 ").append(column.element());
        }
        text.append("）");
        if (column.kind() instanceof Kind.Code(Dictionary dictionary)) {
            dictionary
                    .labels()
                    .forEach((code, label) ->
                            text.append(' ').append(code).append('=').append(label));
        }
        return text.toString();
    }

    private static ObjectNode page(RecordType type) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = object(page, type.name() + "的一页");
        properties.putObject("rows").put("type", "array").set("items", reference(type.id()));
        text(properties, "next", "下一页位置");
        text(properties, "previous", "上一页位置");
        text(properties, "sentence", "筛选语句");
        return page;
    }

    private static void list(
            RecordType type,
            List<Column> columns,
            ObjectNode operation,
            @org.jspecify.annotations.Nullable ObjectNode answer) {
        for (Column column : columns) {
            if (!column.filters().isEmpty()) {
                parameter(operation, column.id(), "query", column.label() + "：" + FilterWords.of(column.filters()))
                        .put("type", "string");
            }
        }
        parameter(operation, "sort", "query", "排序列，降序前加 -；默认 " + type.order()).put("type", "string");
        parameter(operation, "columns", "query", "显示的列，逗号分隔").put("type", "string");
        if (answer == null) {
            parameter(operation, "format", "query", "csv 或 xlsx")
                    .put("type", "string")
                    .putArray("enum")
                    .add("csv")
                    .add("xlsx");
        } else {
            parameter(operation, "after", "query", "从此位置向后").put("type", "string");
            parameter(operation, "before", "query", "从此位置向前").put("type", "string");
            parameter(operation, "limit", "query", "每页条数")
                    .put("type", "integer")
                    .put("minimum", 1)
                    .put("maximum", RecordQuery.MAX_LIMIT);
        }
        if (columns.stream().anyMatch(c -> c.is(Column.Use.FOUND))) {
            parameter(operation, "q", "query", "查找的词").put("type", "string");
        }
        answers(operation, answer);
    }

    private void update(RecordType type, WritePart part, String base) {
        ObjectNode update = operation(paths, base + "/{id}", "put", "修改" + type.name());
        parameter(update, "id", "path", "主键").put("type", "string");
        parameter(update, "If-Match", "header", "看到的版本").put("type", "string");
        ObjectNode schema = update.putObject("requestBody")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema");
        ObjectNode body = object(schema, "修改的内容");
        for (String side : List.of("seen", "values")) {
            ObjectNode values = object(body.putObject(side), side.equals("seen") ? "修改前看到的值" : "新值");
            part.editable().stream().sorted().forEach(id -> values.putObject(id).put("type", "string"));
        }
        answers(update, reference(type.id()));
    }

    private static ObjectNode operation(ObjectNode paths, String path, String method, String summary) {
        ObjectNode operation = paths.withObjectProperty(path).putObject(method);
        operation.put("summary", summary);
        operation.put("operationId", method + path.replaceAll("[^A-Za-z0-9]+", "-"));
        operation.putArray("parameters");
        return operation;
    }

    private static ObjectNode parameter(ObjectNode operation, String name, String place, String description) {
        ObjectNode parameter = operation.withArrayProperty("parameters").addObject();
        parameter.put("name", name).put("in", place).put("description", description);
        parameter.put("required", !place.equals("query"));
        return parameter.putObject("schema");
    }

    private static void answers(ObjectNode operation, @org.jspecify.annotations.Nullable ObjectNode schema) {
        ObjectNode answers = operation.putObject("responses");
        ObjectNode good = answers.putObject("200").put("description", "成功");
        if (schema != null) {
            good.putObject("content").putObject("application/json").set("schema", schema);
        }
        answers.putObject("default")
                .put("description", "未成功")
                .putObject("content")
                .putObject("application/problem+json")
                .set("schema", reference(PROBLEM));
    }

    private static ObjectNode reference(String schema) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode object(ObjectNode schema, String description) {
        return schema.put("type", "object").put("description", description).putObject("properties");
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }
}
