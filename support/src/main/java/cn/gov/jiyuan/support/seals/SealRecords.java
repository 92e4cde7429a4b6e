package cn.gov.jiyuan.support.seals;

import cn.gov.jiyuan.contracts.seals.SealKind;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The descriptors of the seal register and of its log of use (用印记录). */
@Configuration(proxyBeanMethods = false)
class SealRecords {
    @Bean
    RecordType sealRecordType() {
        return RecordType.of("seals.seal", "电子印章")
                .permissions(new RecordPermissions("seals.seal.read", "seals.seal.export", "", ""))
                .columns(
                        Column.text("code", "印章编码").filtered(Filter.EQUALS).sorted(),
                        Column.text("name", "印章名称").findable(),
                        Column.code("kind", "印章类型", kinds()).filtered(Filter.IN),
                        Column.reference("unit", "用章单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.code("state", "状态", states()).filtered(Filter.IN),
                        Column.date("validFrom", "有效期起"),
                        Column.date("validTo", "有效期止").filtered(Filter.RANGE).sorted(),
                        Column.moment("madeAt", "制作时间").sorted(),
                        Column.moment("changedAt", "变更时间").unlisted())
                .scope("unit_id", "", "")
                .order(Order.descending("madeAt"))
                .small()
                .build();
    }

    @Bean
    RecordType sealUseRecordType() {
        return RecordType.of("seals.use", "用印记录")
                .label("document")
                .permissions(new RecordPermissions("seals.seal.read", "seals.seal.export", "", ""))
                .columns(
                        Column.text("document", "用印文书"),
                        Column.reference("seal", "印章", "seals.seal")
                                .from("seal_id")
                                .filtered(Filter.EQUALS),
                        Column.reference("unit", "用章单位", "parties.unit")
                                .from("unit_id")
                                .filtered(Filter.EQUALS),
                        Column.text("signer", "用印人"),
                        Column.moment("usedAt", "用印时间").filtered(Filter.RANGE).sorted(),
                        Column.text("caseId", "所在办件").filtered(Filter.EQUALS).unlisted(),
                        Column.text("ofdSm3", "文件摘要（SM3）").unlisted())
                .scope("unit_id", "signer_id", "")
                .order(Order.descending("usedAt"))
                .link("办件", "/workbench/cases/{caseId}")
                .build();
    }

    private static Dictionary kinds() {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(SealKind.values()).forEach(kind -> labels.put(kind.name(), kind.label()));
        return new Dictionary("seals.kind", "印章类型", labels);
    }

    private static Dictionary states() {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(SealStore.State.values()).forEach(state -> labels.put(state.name(), state.label()));
        return new Dictionary("seals.state", "印章状态", labels);
    }
}
