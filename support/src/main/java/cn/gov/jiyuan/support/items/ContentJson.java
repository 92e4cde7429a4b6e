package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.kernel.error.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The content of a version as JSON; unknown elements are refused, never dropped. */
final class ContentJson {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ContentJson() {}

    static String write(ItemContent content) {
        return JSON.writeValueAsString(content);
    }

    static ItemContent read(String json) {
        return JSON.readValue(json, ItemContent.class);
    }

    static JsonNode tree(ItemContent content) {
        return JSON.valueToTree(content);
    }

    /** @throws Fault {@code items.content} */
    static ItemContent accept(JsonNode tree) {
        try {
            return JSON.treeToValue(tree, ItemContent.class);
        } catch (JacksonException e) {
            throw Fault.caused(e, ItemsError.CONTENT, e.getOriginalMessage());
        }
    }
}
