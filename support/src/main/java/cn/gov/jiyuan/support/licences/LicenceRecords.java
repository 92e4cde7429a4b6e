package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Mask;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The descriptor of the register of licences. */
@Configuration(proxyBeanMethods = false)
class LicenceRecords {
    @Bean
    RecordType licenceRecordType(LicenceTypes types) {
        return RecordType.of("licences.licence", "电子证照")
                .label("number")
                .permissions(new RecordPermissions(
                        "licences.licence.read", "licences.licence.export", "licences.licence.unmask", ""))
                .columns(
                        Column.text("number", "证照编号").filtered(Filter.EQUALS),
                        Column.code("type", "证照类型", types(types)).from("type_code"),
                        Column.text("holder", "持证主体").from("holder_masked"),
                        Column.personal("holderCode", "持证主体代码", Mask.ID_NUMBER)
                                .from("holder_code_sealed")
                                .sealedAs("licences.licence.holder_code")
                                .blind("holder_code_blind", "holder-code"),
                        Column.reference("unit", "颁发机构", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.date("issuedOn", "颁发日期").filtered(Filter.RANGE).sorted(),
                        Column.date("validTo", "有效期止").filtered(Filter.RANGE).sorted(),
                        Column.code("state", "登记状态", states()),
                        Column.text("identifier", "证照标识")
                                .filtered(Filter.EQUALS)
                                .unlisted(),
                        Column.text("caseId", "来源办件").filtered(Filter.EQUALS).unlisted())
                .scope("unit_id", "holder_id", "area_code")
                .order(Order.descending("issuedOn"))
                .link("来源办件", "/workbench/cases/{caseId}")
                .build();
    }

    private static Dictionary types(LicenceTypes types) {
        Map<String, String> labels = new LinkedHashMap<>();
        types.all().forEach(type -> labels.put(type.code(), type.name()));
        return new Dictionary("licences.type", "证照类型", labels);
    }

    private static Dictionary states() {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(Licences.State.values()).forEach(state -> labels.put(state.name(), state.label()));
        return new Dictionary("licences.state", "证照状态", labels);
    }
}
