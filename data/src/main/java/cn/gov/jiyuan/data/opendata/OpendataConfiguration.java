package cn.gov.jiyuan.data.opendata;

import cn.gov.jiyuan.data.opendata.operation.OperationTypes;
import cn.gov.jiyuan.data.opendata.release.DatasetType;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.portal.Navigation;
import cn.gov.jiyuan.platform.records.RecordType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What open data give to the engines: types of case, lists, indicators, an entry of the portal. */
@Configuration(value = "opendata.OpendataConfiguration", proxyBeanMethods = false)
class OpendataConfiguration {
    private static final String BASIS = "GB/T 38664-2020《政务数据开放共享》、平台设计口径（S16）";
    private static final String DATASETS = "opendata.dataset.read";
    private static final String PUBLISHED = "state=in:published,expired,releasing";

    @Bean
    CaseType openDatasetType() {
        return DatasetType.build();
    }

    @Bean
    CaseType operationGrantType() {
        return OperationTypes.grant();
    }

    @Bean
    RecordType openDatasetRecords() {
        return OpendataRecords.datasets();
    }

    @Bean
    RecordType openApplicationRecords() {
        return OpendataRecords.applications();
    }

    @Bean
    RecordType openCorrectionRecords() {
        return OpendataRecords.corrections();
    }

    @Bean
    RecordType openWishRecords() {
        return OpendataRecords.wishes();
    }

    @Bean
    RecordType openReuseRecords() {
        return OpendataRecords.reuses();
    }

    @Bean
    RecordType operationGrantRecords() {
        return OpendataRecords.grants();
    }

    @Bean
    RecordType dataProductRecords() {
        return OpendataRecords.products();
    }

    @Bean("opendata.useRecords")
    RecordType useRecords() {
        return OpendataRecords.uses();
    }

    @Bean
    Navigation openDataNavigation() {
        return new Navigation(30, List.of(new Navigation.Entry("开放数据", "/open")));
    }

    @Bean
    Indicator openedIndicator(IndicatorStore store, RegisteredResources resources) {
        return indicator(
                "opendata.opened",
                "数据开放率",
                "已发布开放数据集的资源数",
                "目录中可以开放（无条件、有条件）的资源数，含目录外仍在开放的",
                "不予开放的资源不计入",
                DATASETS,
                new Indicator.Drill("opendata.dataset", PUBLISHED, ""),
                scope -> resources.count(scope, store.opened(scope)));
    }

    @Bean
    Indicator machineReadableIndicator(IndicatorStore store) {
        return indicator(
                "opendata.machine-readable",
                "机器可读率",
                "当前版本有 CSV 或者 JSON 文件的数据集数",
                "已发布的数据集数",
                "已下线、撤回的不计入",
                DATASETS,
                new Indicator.Drill("opendata.dataset", PUBLISHED, PUBLISHED),
                scope -> counts(store.machineReadable(scope)));
    }

    @Bean
    Indicator timelyIndicator(IndicatorStore store, Clock clock) {
        return indicator(
                "opendata.timely",
                "更新及时率",
                "分母中没有超过更新周期的数据集数",
                "已发布、有固定更新周期的数据集数",
                "更新周期为“其它”的不计入",
                DATASETS,
                new Indicator.Drill("opendata.dataset", "state=published", PUBLISHED, "state=expired"),
                scope -> counts(store.timely(scope, LocalDate.now(clock))));
    }

    @Bean
    Indicator correctedIndicator(IndicatorStore store, Clock clock) {
        return indicator(
                "opendata.corrected",
                "纠错按时答复率",
                "分母中在时限内答复的件数",
                "近 12 个月提出、已经答复或者答复期限已满的纠错件数",
                "尚在答复期限内的不计入",
                "opendata.service.read",
                new Indicator.Drill("opendata.correction", "state=in:corrected,explained", "sent={yearAgo}.."),
                scope -> counts(store.corrected(scope, now(clock).minusMonths(12), now(clock))));
    }

    @Bean
    Indicator apiShareIndicator(IndicatorStore store, Clock clock) {
        return indicator(
                "opendata.api-share",
                "接口使用占比",
                "近 12 个月接口调用次数",
                "近 12 个月下载和接口调用次数",
                "页面浏览不计入",
                DATASETS,
                null,
                scope -> counts(store.apiShare(scope, LocalDate.now(clock).minusMonths(12))));
    }

    private static OffsetDateTime now(Clock clock) {
        return OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    private static Indicator.Counts counts(long[] counts) {
        return new Indicator.Counts(counts[0], counts[1], counts[2]);
    }

    private static Indicator indicator(
            String id,
            String title,
            String numerator,
            String denominator,
            String exclusions,
            String permission,
            Indicator.@Nullable Drill drill,
            Indicator.Counting counting) {
        return new Indicator(id, title, "%", numerator, denominator, exclusions, BASIS, permission, drill, counting);
    }

    /** Whether a row of a unit lies within a scope; open data know no other scopes. */
    static @Nullable List<java.util.UUID> units(RowScope scope) {
        return switch (scope) {
            case RowScope.All all -> null;
            case RowScope.Units units -> List.copyOf(units.unitIds());
            default -> List.of();
        };
    }
}
