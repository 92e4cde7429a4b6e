package cn.gov.jiyuan.data.stewardship.standards;

import cn.gov.jiyuan.data.stewardship.Codes;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of standards. */
@Configuration(proxyBeanMethods = false)
class StandardsConfiguration {
    private static final RecordPermissions PERMISSIONS =
            new RecordPermissions("stewardship.standard.read", "stewardship.standard.export", "", "");

    @Bean
    RecordType dataElementRecords() {
        return RecordType.of("stewardship.element", "数据元")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("identifier", "标识符").filtered(Filter.EQUALS).sorted(),
                        Column.number("version", "版本"),
                        Column.text("name", "中文名称").filtered(Filter.CONTAINS).findable(),
                        Column.text("english", "英文名称").findable(),
                        Column.code("type", "数据类型", Codes.of("data-type", "数据类型", DataType.values(), DataType::label))
                                .filtered(Filter.EQUALS),
                        Column.number("length", "长度"),
                        Column.text("valueRange", "值域"),
                        Column.text("codeTable", "代码表").filtered(Filter.EQUALS),
                        Column.text("unitCode", "权威来源单位").filtered(Filter.EQUALS),
                        Column.text("standard", "标准"),
                        Column.flag("personal", "个人信息").filtered(Filter.EQUALS),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "stewardship.element-state",
                                                "数据元状态",
                                                "DRAFT",
                                                "待批准",
                                                "APPROVED",
                                                "现行",
                                                "RETIRED",
                                                "已被替代"))
                                .filtered(Filter.EQUALS))
                .order(Order.ascending("identifier"))
                .small()
                .build();
    }

    @Bean
    RecordType dataCodeRecords() {
        return RecordType.of("stewardship.code", "代码")
                .source("stewardship.code_value")
                .label("label")
                .permissions(PERMISSIONS)
                .columns(
                        Column.text("table", "代码表")
                                .from("table_id")
                                .filtered(Filter.EQUALS)
                                .sorted(),
                        Column.text("code", "代码").filtered(Filter.EQUALS),
                        Column.text("name", "名称").from("label"),
                        Column.date("validTo", "停用日期"))
                .label("name")
                .order(Order.ascending("table"))
                .small()
                .build();
    }
}
