package cn.gov.jiyuan.platform.forms;

import tools.jackson.databind.json.JsonMapper;

/** A form with every type of field and a page that depends on an earlier answer. */
final class FormFixture {
    static final String SOURCE = """
            {"id": "stall", "version": 2, "title": "摆摊登记",
             "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "additionalProperties": false,
              "required": ["kind", "name", "area", "agree"],
              "properties": {
               "kind": {"type": "string", "title": "经营什么", "oneOf": [{"const": "food", "title": "食品"}, {"const": "goods", "title": "百货"}]},
               "name": {"type": "string", "title": "摊位名称", "minLength": 2, "maxLength": 10},
               "area": {"type": "number", "title": "面积", "minimum": 1, "maximum": 50},
               "idNumber": {"type": "string", "format": "citizen-id", "title": "身份证号"},
               "opened": {"type": "string", "format": "date", "title": "开业日期"},
               "rent": {"type": "number", "format": "money", "title": "月租"},
               "dishes": {"type": "array", "title": "品种", "uniqueItems": true, "maxItems": 2,
                "items": {"type": "string", "oneOf": [{"const": "hot", "title": "热食"}, {"const": "cold", "title": "冷食"}, {"const": "drink", "title": "饮品"}]}},
               "certificate": {"type": "array", "title": "健康证明", "minItems": 1, "items": {"type": "string", "format": "file"}},
               "staff": {"type": "array", "title": "从业人员", "maxItems": 3,
                "items": {"type": "object", "additionalProperties": false, "required": ["name"],
                 "properties": {"name": {"type": "string", "title": "姓名"}, "phone": {"type": "string", "format": "phone", "title": "电话"}}}},
               "agree": {"type": "boolean", "const": true, "title": "我保证所填属实"}}},
             "hints": {
              "name": {"prefill": "party.name", "hint": "与招牌一致", "example": "老王烩面"},
              "area": {"unit": "平方米"},
              "idNumber": {"personal": true, "prefill": "party.idNumber"},
              "certificate": {"material": "M02"}},
             "pages": [
              {"id": "kind", "title": "您经营什么？", "why": "决定需要的材料", "fields": ["kind", "dishes"]},
              {"id": "stall", "title": "摊位叫什么？", "fields": ["name", "area", "opened", "rent"]},
              {"id": "person", "title": "您的身份证号？", "fields": ["idNumber"]},
              {"id": "health", "title": "健康证明", "showIf": "kind = 'food' and area > 2", "fields": ["certificate", "staff"]},
              {"id": "agree", "title": "声明", "fields": ["agree"]}]}
            """;

    private FormFixture() {}

    static FormDefinition aStallForm() {
        return read(SOURCE);
    }

    static FormDefinition read(String source) {
        return new FormReader("stall.json").read(JsonMapper.shared().readTree(source));
    }
}
