package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Mask;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The descriptors of units, legal entities and natural persons. */
@Configuration(proxyBeanMethods = false)
class PartyRecords {
    @Bean
    RecordType unitRecords() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(Unit.Kind.values()).forEach(kind -> kinds.put(kind.name(), kind.label()));
        return RecordType.of("parties.unit", "机构")
                .label("shortName")
                .columns(
                        Column.text("code", "机构代码")
                                .filtered(Filter.EQUALS)
                                .sorted()
                                .open(),
                        Column.text("shortName", "简称").open(),
                        Column.text("name", "全称").findable().open(),
                        Column.code("kind", "类别", new Dictionary("parties.unit-kind", "机构类别", kinds))
                                .filtered(Filter.IN)
                                .open(),
                        Column.number("level", "行使层级").open(),
                        Column.text("areaCode", "区划代码").open(),
                        Column.text("uscc", "统一社会信用代码").filtered(Filter.EQUALS).open(),
                        Column.reference("parent", "上级机构", "parties.unit")
                                .from("parent_id")
                                .filtered(Filter.EQUALS)
                                .open(),
                        Column.number("place", "排序")
                                .from("sort")
                                .sorted()
                                .unlisted()
                                .open())
                .scope("id", "", "area_code")
                .order(Order.ascending("place"))
                .small()
                .build();
    }

    @Bean
    RecordType legalEntityRecords() {
        Map<String, String> states = new LinkedHashMap<>();
        Arrays.stream(LegalEntity.State.values()).forEach(state -> states.put(state.name(), state.label()));
        return RecordType.of("parties.legal-entity", "法人")
                .source("parties.legal_entity")
                .columns(
                        Column.text("uscc", "统一社会信用代码").filtered(Filter.EQUALS).open(),
                        Column.text("name", "名称").sorted().findable().open(),
                        Column.text("kind", "类型").open(),
                        Column.text("representative", "法定代表人（负责人）").open(),
                        Column.text("address", "住所").unlisted().open(),
                        Column.text("areaCode", "区划代码").unlisted().open(),
                        Column.date("registeredOn", "登记日期")
                                .filtered(Filter.RANGE)
                                .sorted()
                                .open(),
                        Column.code("state", "登记状态", new Dictionary("parties.entity-state", "登记状态", states))
                                .open())
                .scope("", "id", "area_code")
                .order(Order.descending("registeredOn"))
                .build();
    }

    @Bean
    RecordType personRecords() {
        return RecordType.of("parties.person", "自然人")
                .label("shownName")
                .columns(
                        Column.text("shownName", "姓名（脱敏）").from("name_masked"),
                        Column.personal("name", "姓名", Mask.NAME)
                                .from("name_sealed")
                                .sealedAs(PersonColumns.NAME)
                                .blind("name_blind", "name")
                                .unlisted(),
                        Column.personal("idNumber", "公民身份号码", Mask.ID_NUMBER)
                                .from("id_sealed")
                                .sealedAs(PersonColumns.ID)
                                .blind("id_blind", "id-number"),
                        Column.personal("phone", "手机号码", Mask.PHONE)
                                .from("phone_sealed")
                                .sealedAs(PersonColumns.PHONE)
                                .blind("phone_blind", "phone"),
                        Column.personal("address", "住址", Mask.ADDRESS)
                                .from("address_sealed")
                                .sealedAs(PersonColumns.ADDRESS)
                                .unlisted(),
                        Column.text("householdAreaCode", "户籍区划"),
                        Column.number("realLevel", "实名等级"),
                        Column.code(
                                "state",
                                "状态",
                                Dictionary.of(
                                        "parties.person-state", "状态", "active", "正常", "dead", "已死亡", "merged", "已合并")),
                        Column.moment("registeredAt", "登记时间").sorted())
                .scope("", "id", "household_area_code")
                .order(Order.descending("registeredAt"))
                .build();
    }

    @Bean
    RecordType postRecords() {
        return RecordType.of("parties.post", "公务岗位")
                .label("officialName")
                .columns(
                        Column.text("officialName", "姓名")
                                .filtered(Filter.EQUALS)
                                .sorted()
                                .open(),
                        Column.reference("unit", "机构", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS)
                                .open(),
                        Column.text("title", "职务").open(),
                        Column.date("validFrom", "任职起").sorted().open(),
                        Column.date("validTo", "任职止（当日仍在任）").open())
                .scope("unit_id", "", "")
                .order(Order.ascending("officialName"))
                .link("调动、离职", "/identity/posts/{id}")
                .small()
                .build();
    }
}
