package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.records.RecordType;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue gives to the engines: types of case and record, four indicators. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    private static final String BASIS = "平台设计口径（S10）";

    @Bean
    CaseType catalogueResourceType() {
        return ResourceType.build();
    }

    @Bean
    CaseType catalogueOrderType() {
        return OrderType.build();
    }

    @Bean
    CaseType catalogueReturnType() {
        return ReturnType.build();
    }

    @Bean
    RecordType catalogueResourceRecords() {
        return CatalogueRecords.resources();
    }

    @Bean
    RecordType catalogueItemRecords() {
        return CatalogueRecords.items();
    }

    @Bean
    RecordType catalogueUnitRecords() {
        return CatalogueRecords.units();
    }

    @Bean
    RecordType catalogueOrderRecords(CaseType catalogueOrderType) {
        return CatalogueRecords.orders(catalogueOrderType);
    }

    @Bean
    RecordType catalogueRoundRecords() {
        return CatalogueRecords.rounds();
    }

    @Bean
    RecordType catalogueReturnRecords(CaseType catalogueReturnType) {
        return CatalogueRecords.returns(catalogueReturnType);
    }

    @Bean
    RecordType catalogueTableRecords() {
        return CatalogueRecords.tables();
    }

    @Bean
    Indicator catalogueCompleteness(TallyStore store) {
        return new Indicator(
                "catalogue.completeness",
                "目录核心元数据完整率",
                "%",
                "十三项核心元数据齐全的目录数；发布日期由发布时生成，关联资源可以没有",
                "在册的目录数",
                "已注销和撤销编制的不计入",
                "政务信息资源目录编制指南（试行），发改高技〔2017〕1272 号",
                "catalogue.unit.read",
                new Indicator.Drill(
                        "catalogue.resource", "living=true&complete=true", "living=true", "living=true&complete=false"),
                store::complete);
    }

    @Bean
    Indicator catalogueMounting(TallyStore store) {
        return new Indicator(
                "catalogue.mounting",
                "目录挂接率",
                "%",
                "分母中已挂接数据集的目录数",
                "应挂接的目录数：已发布且不属于不予共享",
                "未发布、已停用和不予共享的不计入",
                BASIS,
                "catalogue.unit.read",
                new Indicator.Drill(
                        "catalogue.resource",
                        "dueMounting=true&mounting=in:FITS,DIFFERS",
                        "dueMounting=true",
                        "dueMounting=true&mounting=NONE"),
                store::mounted);
    }

    @Bean
    Indicator catalogueTimeliness(TallyStore store) {
        return new Indicator(
                "catalogue.timeliness",
                "目录更新及时率",
                "%",
                "分母中亮绿灯的目录数",
                "已挂接、按更新周期巡检的目录数",
                "未挂接的不巡检，不计入",
                BASIS,
                "catalogue.unit.read",
                new Indicator.Drill(
                        "catalogue.resource",
                        "living=true&light=GREEN",
                        "living=true&light=in:GREEN,YELLOW,RED",
                        "living=true&light=in:YELLOW,RED"),
                store::timely);
    }

    @Bean
    Indicator catalogueCensus(TallyStore store, Clock clock) {
        return new Indicator(
                "catalogue.census-on-time",
                "普查按时填报率",
                "%",
                "在期限内提交的普查填报数",
                "已经提交或者期限已满的普查填报数",
                "尚在填报期内没有提交的不计入",
                BASIS,
                "catalogue.return.read",
                null,
                scope -> store.returnedInTime(scope, LocalDate.now(clock)));
    }
}
