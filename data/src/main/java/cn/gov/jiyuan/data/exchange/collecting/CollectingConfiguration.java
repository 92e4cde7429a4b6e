package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.records.RecordType;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What collecting gives to the engines: three types of record, two indicators of the last twelve months. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CollectingSettings.class)
class CollectingConfiguration {
    private static final String BASIS = "平台设计口径（S11）";

    @Bean
    RecordType collectTaskRecords() {
        return CollectingRecords.tasks();
    }

    @Bean
    RecordType collectBatchRecords() {
        return CollectingRecords.batches();
    }

    @Bean
    RecordType rejectRecords() {
        return CollectingRecords.rejects();
    }

    @Bean
    Indicator batchTimelinessIndicator(BatchStore store, Clock clock) {
        return new Indicator(
                "exchange.batch-timely",
                "批次及时率",
                "%",
                "分母中在应完成时点前完成的批次数",
                "近十二个月有计划、已经结束或者已到应完成时点的归集批次数",
                "人工发起、没有计划的批次不计入；到期没有报送的计入分母",
                BASIS,
                Batches.READ,
                new Indicator.Drill(
                        "exchange.batch",
                        "scheduled=true&onTime=true&started={yearAgo}..{today}",
                        "scheduled=true&started={yearAgo}..{today}",
                        "scheduled=true&onTime=false&started={yearAgo}..{today}"),
                scope -> {
                    long[] counts = store.timely(scope, since(clock), clock.instant());
                    return new Indicator.Counts(counts[1], counts[0], 0);
                });
    }

    @Bean
    Indicator rowSoundnessIndicator(BatchStore store, Clock clock) {
        return new Indicator(
                "exchange.rows-sound",
                "入库合格率",
                "%",
                "分母中合格的行数",
                "近十二个月完成和失败的归集批次收到的行数",
                "重复批次、已取消的批次不计入",
                BASIS,
                Batches.READ,
                new Indicator.Drill(
                        "exchange.batch",
                        "state=in:DONE,FAILED&started={yearAgo}..{today}",
                        "state=in:DONE,FAILED&started={yearAgo}..{today}",
                        "state=in:DONE,FAILED&hasRejects=true&started={yearAgo}..{today}"),
                scope -> {
                    long[] counts = store.sound(scope, since(clock));
                    return new Indicator.Counts(counts[1], counts[0], 0);
                });
    }

    private static LocalDate since(Clock clock) {
        return LocalDate.now(clock).minusMonths(12);
    }
}
