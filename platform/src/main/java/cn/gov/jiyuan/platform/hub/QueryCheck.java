package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a text is one SELECT that reads tables and nothing else; asked of the engine's own parser. */
final class QueryCheck {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> HARMLESS =
            Set.of("unnest", "range", "generate_series", "json_each", "json_tree", "repeat");

    private QueryCheck() {}

    /** @throws Fault {@code hub.not-a-query} or {@code hub.query-failed} with the parser's words */
    static String checked(DuckStore engine, String sql) {
        String told = engine.query("select json_serialize_sql(?::varchar)", java.util.List.of(sql), rows -> {
            rows.next();
            return rows.getString(1);
        });
        JsonNode parsed = JSON.readTree(told);
        if (parsed.path("error").asBoolean()) {
            if (parsed.path("error_type").asString("").equals("parser")) {
                throw new Fault(
                        HubError.QUERY_FAILED, parsed.path("error_message").asString(""));
            }
            throw new Fault(HubError.NOT_A_QUERY);
        }
        if (parsed.path("statements").size() != 1 || !harmless(parsed)) {
            throw new Fault(HubError.NOT_A_QUERY);
        }
        return sql.strip().replaceFirst(";+\\s*$", "");
    }

    /** No table function that reads files, no table whose name is that of a file. */
    private static boolean harmless(JsonNode node) {
        String type = node.path("type").asString("");
        if (type.equals("TABLE_FUNCTION")
                && !HARMLESS.contains(node.at("/function/function_name").asString(""))) {
            return false;
        }
        if (type.equals("BASE_TABLE") && !node.path("table_name").asString("").matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
            return false;
        }
        for (JsonNode child : node) {
            if (!harmless(child)) {
                return false;
            }
        }
        return true;
    }
}
