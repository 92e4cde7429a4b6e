package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.licences.Licences;
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

/** The descriptors of persons, legal entities, addresses, benefits to stop and runs. */
@Configuration(proxyBeanMethods = false)
class RegisterRecords {
    private static final Dictionary GENDERS =
            Dictionary.of("registers.gender", "性别", "1", "男", "2", "女", "0", "未知", "9", "未说明");
    private static final Dictionary MARITAL =
            Dictionary.of("registers.marital", "婚姻状况", "10", "未婚", "20", "已婚", "30", "丧偶", "40", "离婚", "90", "未说明");

    @Bean
    RecordType registerPersonRecords() {
        return RecordType.of("registers.person", "人口基础库")
                .source("registers.person_list")
                .label("shownName")
                .columns(
                        Column.text("shownName", "姓名（脱敏）").from("name_masked"),
                        Column.personal("name", "姓名", Mask.NAME)
                                .from("name_sealed")
                                .sealedAs(RegisterColumns.NAME)
                                .blind("name_blind", "name")
                                .unlisted(),
                        Column.personal("idNumber", "公民身份号码", Mask.ID_NUMBER)
                                .from("id_sealed")
                                .sealedAs(RegisterColumns.ID)
                                .blind("id_blind", "id-number"),
                        Column.personal("phone", "手机号码", Mask.PHONE)
                                .from("phone_sealed")
                                .sealedAs(RegisterColumns.PHONE)
                                .blind("phone_blind", "phone"),
                        Column.personal("address", "居住地址", Mask.ADDRESS)
                                .from("address_sealed")
                                .sealedAs(RegisterColumns.ADDRESS)
                                .unlisted(),
                        Column.code("gender", "性别", GENDERS),
                        Column.text("areaCode", "居住区划"),
                        Column.code("marital", "婚姻状况", MARITAL).unlisted(),
                        Column.date("diedOn", "死亡日期"),
                        Column.number("records", "来源记录数"),
                        Column.number("version", "版本"),
                        Column.date("validFrom", "本版起"),
                        Column.text("recordedBy", "记录人").unlisted(),
                        Column.moment("recordedAt", "记录时间").sorted())
                .scope("", "id", "area_code")
                .order(Order.descending("recordedAt"))
                .link("一人一档", "/workbench/registers/persons/{id}")
                .build();
    }

    @Bean
    RecordType registerLegalRecords() {
        Map<String, String> states = new LinkedHashMap<>();
        LegalFacts.STATES.forEach(state -> states.put(state, state));
        return RecordType.of("registers.legal", "法人基础库")
                .source("registers.legal_list")
                .columns(
                        Column.text("uscc", "统一社会信用代码").filtered(Filter.EQUALS).open(),
                        Column.text("name", "名称").findable().open(),
                        Column.text("kind", "类型").open(),
                        Column.text("representative", "法定代表人").open(),
                        Column.code("status", "登记状态", new Dictionary("registers.legal-state", "登记状态", states))
                                .open(),
                        Column.date("foundedOn", "成立日期").open(),
                        Column.text("address", "住所").unlisted().open(),
                        Column.text("areaCode", "所在区划").unlisted().open(),
                        Column.number("version", "版本").open(),
                        Column.date("validFrom", "本版起").open(),
                        Column.moment("recordedAt", "记录时间").sorted().open())
                .scope("", "id", "area_code")
                .order(Order.descending("recordedAt"))
                .link("一企一档", "/workbench/registers/legals/{id}")
                .build();
    }

    @Bean
    RecordType registerLicenceRecords() {
        Map<String, String> states = new LinkedHashMap<>();
        Arrays.stream(Licences.State.values())
                .filter(state -> state != Licences.State.EXPIRED)
                .forEach(state -> states.put(state.name(), state.label()));
        return RecordType.of("registers.licence", "电子证照库")
                .source("registers.licence_list")
                .label("number")
                .columns(
                        Column.text("number", "证照编号").filtered(Filter.EQUALS),
                        Column.text("typeName", "证照类型"),
                        Column.text("holderShown", "持证主体"),
                        Column.code(
                                "holderKind",
                                "主体种类",
                                Dictionary.of("registers.holder", "主体种类", "PERSON", "自然人", "LEGAL", "法人")),
                        Column.reference("unit", "颁发机构", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.date("issuedOn", "颁发日期").sorted(),
                        Column.date("endsOn", "有效期止"),
                        Column.code("state", "登记状态", new Dictionary("registers.licence-state", "登记状态", states)),
                        Column.text("identifier", "证照标识").unlisted(),
                        Column.number("version", "版本").unlisted(),
                        Column.date("validFrom", "本版起").unlisted())
                .scope("unit_id", "holder_id", "")
                .order(Order.descending("issuedOn"))
                .link("证照档案", "/workbench/registers/licences/{id}")
                .build();
    }

    @Bean
    RecordType registerProposalRecords() {
        return RecordType.of("registers.proposal", "合并和拆分申请")
                .label("keptLabel")
                .columns(
                        Column.code(
                                "kind", "种类", Dictionary.of("registers.proposal", "种类", "MERGE", "合并", "SPLIT", "拆分")),
                        Column.code(
                                "subjectKind",
                                "主体",
                                Dictionary.of("registers.subject-kind", "主体", "PERSON", "自然人", "LEGAL", "法人")),
                        Column.text("keptLabel", "保留的主体"),
                        Column.text("otherLabel", "并入或拆出的主体"),
                        Column.text("reason", "理由").unlisted(),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "registers.proposal-state",
                                                "状态",
                                                "OPEN",
                                                "待审定",
                                                "APPROVED",
                                                "已同意",
                                                "REFUSED",
                                                "不同意"))
                                .filtered(Filter.IN),
                        Column.reference("unit", "提出单位", "parties.unit").from("unit_id"),
                        Column.text("proposedName", "提出人"),
                        Column.moment("proposedAt", "提出时间").sorted(),
                        Column.text("decidedName", "审定人"),
                        Column.moment("decidedAt", "审定时间").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("proposedAt"))
                .link("办理", "/workbench/registers/proposals/{id}")
                .small()
                .build();
    }

    @Bean
    RecordType registerAddressRecords() {
        return RecordType.of("registers.address", "标准地址库")
                .label("standard")
                .columns(
                        Column.text("standard", "标准地址").findable().open(),
                        Column.text("town", "乡镇街道").open(),
                        Column.text("village", "村社区").open(),
                        Column.text("road", "街路巷").open(),
                        Column.text("door", "门牌号").open(),
                        Column.text("areaCode", "区划代码").unlisted().open(),
                        Column.moment("createdAt", "登记时间").sorted().open())
                .scope("", "", "area_code")
                .order(Order.descending("createdAt"))
                .link("地址档案", "/workbench/registers/addresses/{id}")
                .build();
    }

    @Bean
    RecordType registerStopRecords() {
        return RecordType.of("registers.stop", "应停清单")
                .source("registers.stop_entry")
                .label("nameMasked")
                .columns(
                        Column.text("nameMasked", "姓名（脱敏）"),
                        Column.text("idMasked", "证号（脱敏）"),
                        Column.text("kind", "待遇"),
                        Column.money("monthly", "每月金额"),
                        Column.reference("unit", "发放单位", "parties.unit").from("unit_id"),
                        Column.date("diedOn", "死亡日期"),
                        Column.date("stopFrom", "应停起始日"),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "registers.stop-state",
                                                "状态",
                                                "OPEN",
                                                "待处理",
                                                "STOPPED",
                                                "已停发",
                                                "KEPT",
                                                "核实后不停"))
                                .filtered(Filter.IN),
                        Column.moment("listedAt", "列入时间").sorted(),
                        Column.moment("decidedAt", "处理时间").unlisted(),
                        Column.text("decidedBy", "处理人").unlisted(),
                        Column.text("note", "处理说明").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("listedAt"))
                .small()
                .build();
    }

    @Bean
    RecordType registerRunRecords() {
        return RecordType.of("registers.run", "加工运行")
                .label("pipeline")
                .columns(
                        Column.code(
                                        "pipeline",
                                        "加工流程",
                                        Dictionary.of("registers.pipeline", "加工流程", "person", "人口基础库", "firm", "法人基础库"))
                                .open(),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "registers.run-state",
                                                "状态",
                                                "RUNNING",
                                                "运行中",
                                                "DONE",
                                                "完成",
                                                "FAILED",
                                                "失败"))
                                .open(),
                        Column.number("rows", "来源行数").open(),
                        Column.number("things", "主体数").open(),
                        Column.number("linked", "匹配到主体的无号行").open(),
                        Column.number("alone", "独立成户的无号行").open(),
                        Column.number("added", "新增主体").open(),
                        Column.number("changed", "更新主体").open(),
                        Column.number("ended", "其中身故或注销").unlisted().open(),
                        Column.number("snapshot", "数据集版本").unlisted().open(),
                        Column.moment("startedAt", "开始时间").sorted().open(),
                        Column.moment("endedAt", "结束时间").open(),
                        Column.text("startedBy", "发起人").open(),
                        Column.text("error", "失败原因").unlisted().open())
                .scope("", "", "")
                .order(Order.descending("startedAt"))
                .link("运行结果", "/workbench/registers/runs/{id}")
                .small()
                .build();
    }
}
