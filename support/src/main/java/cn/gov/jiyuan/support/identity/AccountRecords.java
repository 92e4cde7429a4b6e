package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The descriptor of accounts; nothing of a password is in it. */
@Configuration(proxyBeanMethods = false)
class AccountRecords {
    @Bean
    RecordType accountRecordType() {
        return RecordType.of("identity.account", "账号")
                .key("person_id")
                .label("loginName")
                .columns(
                        Column.text("loginName", "登录名").filtered(Filter.EQUALS).sorted(),
                        Column.reference("person", "使用人", "parties.person")
                                .from("person_id")
                                .filtered(Filter.EQUALS),
                        Column.code(
                                "state",
                                "状态",
                                Dictionary.of("identity.account-state", "账号状态", "active", "正常", "suspended", "停用")),
                        Column.number("failures", "连续失败次数"),
                        Column.moment("lockedUntil", "锁定至"),
                        Column.moment("lastLoginAt", "最近登录").sorted(),
                        Column.text("note", "说明"))
                .scope("", "person_id", "")
                .order(Order.ascending("loginName"))
                .build();
    }
}
