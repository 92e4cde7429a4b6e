package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.records.OpenApiPart;
import tools.jackson.databind.node.ObjectNode;

/** The sharing interface in the OpenAPI document. */
final class ShareOpenApi implements OpenApiPart {
    @Override
    public void describe(ObjectNode document) {
        ObjectNode paths = document.withObject("/paths");
        paths.set("/api/share/v1/{resource}/query", path("查询：按授权的信息项返回", "rows", "array"));
        paths.set("/api/share/v1/{resource}/verify", path("核验：只返回是否一致，必须带办件号", "matched", "boolean"));
        ObjectNode changes = paths.putObject("/api/share/v1/{resource}/changes").putObject("get");
        changes.put("summary", "变更：自某一版本以来增加、修改和删除的行的主键");
        parameters(changes);
        answers(changes, "snapshot", "integer");
    }

    private static ObjectNode path(String summary, String property, String type) {
        ObjectNode path = tools.jackson.databind.json.JsonMapper.shared().createObjectNode();
        ObjectNode post = path.putObject("post");
        post.put("summary", summary);
        parameters(post);
        ObjectNode body = post.putObject("requestBody")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema");
        body.put("type", "object");
        ObjectNode properties = body.putObject("properties");
        properties.putObject("caseNumber").put("type", "string").put("description", "办件号");
        properties.putObject("purpose").put("type", "string").put("description", "事由");
        properties.putObject("operator").put("type", "string").put("description", "操作人");
        properties.putObject("conditions").put("type", "object").put("description", "按信息项给出的值");
        properties
                .putObject("items")
                .put("type", "array")
                .put("description", "要返回的信息项，空为全部")
                .putObject("items")
                .put("type", "string");
        properties.putObject("limit").put("type", "integer").put("description", "最多返回的行数");
        answers(post, property, type);
        return path;
    }

    private static void parameters(ObjectNode operation) {
        var parameters = operation.putArray("parameters");
        parameters
                .addObject()
                .put("name", "resource")
                .put("in", "path")
                .put("required", true)
                .put("description", "信息资源代码，斜线写作连字符")
                .putObject("schema")
                .put("type", "string");
        String[][] headers = {
            {"X-App-Key", "应用标识"},
            {"X-Timestamp", "毫秒时间戳，与平台相差不超过 5 分钟"},
            {"X-Nonce", "随机数，8 至 64 个字符，不能重复"},
            {"X-Signature", "HMAC-SM3 签名，小写十六进制"}
        };
        for (String[] header : headers) {
            parameters
                    .addObject()
                    .put("name", header[0])
                    .put("in", "header")
                    .put("required", true)
                    .put("description", header[1])
                    .putObject("schema")
                    .put("type", "string");
        }
    }

    private static void answers(ObjectNode operation, String property, String type) {
        ObjectNode answers = operation.putObject("responses");
        ObjectNode good = answers.putObject("200").put("description", "成功");
        ObjectNode schema = good.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject(property).put("type", type);
        properties.putObject("serial").put("type", "string").put("description", "调用流水号");
        String[][] refusals = {
            {"401", "签名、时间、随机数不对，或者授权到期（reason=EXPIRED）"},
            {"403", "没有办件号或者事由、信息项没有授权、地址不符、已停用"},
            {"404", "资源不在共享目录"},
            {"422", "条件不全或者格式不对"},
            {"429", "超过每秒或者每日次数"}
        };
        for (String[] refusal : refusals) {
            answers.putObject(refusal[0])
                    .put("description", refusal[1])
                    .putObject("content")
                    .putObject("application/problem+json");
        }
    }
}
