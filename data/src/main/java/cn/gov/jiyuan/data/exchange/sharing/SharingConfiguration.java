package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.records.OpenApiPart;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sharing gives to the engines. */
@Configuration(proxyBeanMethods = false)
class SharingConfiguration {
    @Bean
    CaseType shareType() {
        return ShareType.build();
    }

    @Bean
    CaseType shareSupervisionType() {
        return SupervisionType.build();
    }

    @Bean
    CaseTerms shareTerms(Rules rules, Clock clock) {
        return new ShareTerms(ShareType.ID, rules, clock);
    }

    @Bean
    CaseTerms shareSupervisionTerms(Rules rules, Clock clock) {
        return new ShareTerms(SupervisionType.ID, rules, clock);
    }

    @Bean
    RecordType shareDirectoryRecords() {
        return SharingRecords.directory();
    }

    @Bean
    RecordType responsibilityRecords() {
        return SharingRecords.responsibility();
    }

    @Bean
    RecordType negativeRecords() {
        return SharingRecords.negative();
    }

    @Bean
    RecordType shareRequestRecords(CaseType shareType) {
        return SharingRecords.requests(shareType);
    }

    @Bean
    RecordType shareAnsweringRecords(CaseType shareType) {
        return SharingRecords.answering(shareType);
    }

    @Bean
    RecordType shareGrantRecords() {
        return SharingRecords.grants();
    }

    @Bean
    RecordType shareCallRecords() {
        return SharingRecords.calls();
    }

    @Bean
    RecordType demandRecords() {
        return SharingRecords.demands();
    }

    @Bean
    RecordType deliveryRecords() {
        return SharingRecords.deliveries();
    }

    @Bean
    OpenApiPart shareOpenApi() {
        return new ShareOpenApi();
    }

    /** 按需共享率: needs that were met out of those that could be. */
    @Bean
    Indicator onDemandRate(DemandStore demands, Clock clock) {
        return new Indicator(
                "exchange.on-demand-rate",
                "公共数据按需共享率",
                "%",
                "本年需求中已授权并且至少调通过一次的需求数",
                "本年合理且可满足的需求数，一项需求提出多次按一项计",
                "依法不予共享并且列明法律、行政法规或者党中央、国务院政策依据的需求",
                "济源示范区数字政府建设规划二（三）",
                "exchange.demand.read",
                new Indicator.Drill(
                        "exchange.demand",
                        "standing=MET&createdAt={yearAgo}..",
                        "standing=in:OPEN,ANSWERED,GRANTED,MET&createdAt={yearAgo}..",
                        "standing=in:OPEN,ANSWERED,GRANTED&createdAt={yearAgo}.."),
                scope -> {
                    DemandStore.Tally tally =
                            demands.tally(scope, LocalDate.now(clock).getYear());
                    return new Indicator.Counts(tally.met(), tally.all(), tally.excluded());
                });
    }
}
