package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of an administrator: other systems, and what happened with them. Secrets are in neither. */
@Configuration(proxyBeanMethods = false)
class ClientRecords {
    @Bean
    RecordType clientRecordType() {
        return RecordType.of("identity.client", "接入应用")
                .columns(
                        Column.text("name", "应用名称").filtered(Filter.CONTAINS).sorted(),
                        Column.text("clientId", "应用编号").filtered(Filter.EQUALS),
                        Column.reference("unit", "责任单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                "kind",
                                "类型",
                                Dictionary.of(
                                        "identity.client-kind",
                                        "接入应用类型",
                                        "CONFIDENTIAL",
                                        "服务端应用",
                                        "PUBLIC",
                                        "网页、手机应用")),
                        Column.code(
                                        "state",
                                        "状态",
                                        Dictionary.of(
                                                "identity.client-state", "接入应用状态", "active", "正常", "suspended", "停用"))
                                .filtered(Filter.EQUALS),
                        Column.text("backchannelUri", "退出通知地址"),
                        Column.moment("registeredAt", "登记时间").sorted(),
                        Column.moment("secretChangedAt", "密钥更换时间"))
                .scope("unit_id", "", "")
                .order(Order.ascending("name"))
                .link("修改登记", "/identity/clients/{id}")
                .small()
                .build();
    }

    @Bean
    RecordType clientEventRecordType() {
        return RecordType.of("identity.client-event", "接入安全事件")
                .source("identity.client_event")
                .label("detail")
                .columns(
                        Column.moment("at", "时间").filtered(Filter.RANGE).sorted(),
                        Column.text("clientId", "应用编号").filtered(Filter.EQUALS),
                        Column.text("clientName", "应用名称"),
                        Column.code("kind", "事件", Dictionary.of("identity.client-event", "接入安全事件类型", kinds())),
                        Column.text("detail", "说明"))
                .order(Order.descending("at"))
                .build();
    }

    private static String[] kinds() {
        return Arrays.stream(ClientEvent.values())
                .flatMap(kind -> Stream.of(kind.name(), kind.label()))
                .toArray(String[]::new);
    }
}
