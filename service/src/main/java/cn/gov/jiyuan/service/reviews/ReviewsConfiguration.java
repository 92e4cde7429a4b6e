package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.conformance.Claim;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.records.RecordType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What S30 publishes: the case type of bad reviews, lists, indicators (国办发〔2019〕51 号). */
@Configuration(proxyBeanMethods = false)
class ReviewsConfiguration {
    private static final String BASIS = "《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》（国办发〔2019〕51 号）";
    private static final String OWN_ACCORD_BASIS =
            "平台设计口径，规则 reviews.own-accord.channels（国办发〔2019〕51 号要求统计主动评价，没有规定算法）";
    private static final String EVALUATION = "reviews.evaluation";
    private static final String COUNTED = "excluded=false&given={yearAgo}..{today}";
    private static final String OPENED = "opened={yearAgo}..{today}";
    private static final String EXCLUDED = "经两级审核认定的恶意差评，分子分母都不计入，原文保留";

    @Bean
    CaseType rectificationType() {
        return RectificationType.build();
    }

    @Bean
    RecordType evaluationRecords() {
        return ReviewRecords.evaluations();
    }

    @Bean
    RecordType rectificationRecords(CaseType rectificationType) {
        return ReviewRecords.rectifications(rectificationType);
    }

    @Bean
    Claim badReviewsClaim(JdbcClient jdbc, Clock clock) {
        EvaluationStore store = new EvaluationStore(jdbc);
        return new Claim("国办发〔2019〕51 号", "差评一件不落地登记整改，结果公开", () -> {
            EvaluationStore.Tally all = store.all(new RowScope.All(), yearAgo(clock), tomorrow(clock));
            EvaluationStore.Handled handled = store.handled(new RowScope.All(), yearAgo(clock), tomorrow(clock));
            long bad = all.count() - all.good();
            long registered = Math.min(bad, handled.registered() - handled.excluded());
            return Claim.Finding.ofCount(registered, bad, "近 12 个月的差评（已办结 " + handled.rectified() + " 件）", "/ratings");
        });
    }

    @Bean
    Indicator goodRateIndicator(JdbcClient jdbc, Clock clock) {
        EvaluationStore store = new EvaluationStore(jdbc);
        return indicator(
                "reviews.good",
                "好评率",
                "非常满意、满意、基本满意的评价数",
                "近 12 个月的评价数",
                EXCLUDED,
                new Indicator.Drill(
                        EVALUATION, "satisfaction=in:1,2,3&" + COUNTED, COUNTED, "satisfaction=in:4,5&" + COUNTED),
                scope -> {
                    EvaluationStore.Tally all = store.all(scope, yearAgo(clock), tomorrow(clock));
                    return new Indicator.Counts(
                            all.good(), all.count(), store.excluded(scope, yearAgo(clock), tomorrow(clock)));
                });
    }

    @Bean
    Indicator badRateIndicator(JdbcClient jdbc, Clock clock) {
        EvaluationStore store = new EvaluationStore(jdbc);
        return indicator(
                "reviews.bad",
                "差评率",
                "不满意、非常不满意的评价数（实名和匿名）",
                "近 12 个月的评价数",
                EXCLUDED,
                new Indicator.Drill(EVALUATION, "satisfaction=in:4,5&" + COUNTED, COUNTED),
                scope -> {
                    EvaluationStore.Tally all = store.all(scope, yearAgo(clock), tomorrow(clock));
                    return new Indicator.Counts(
                            all.count() - all.good(),
                            all.count(),
                            store.excluded(scope, yearAgo(clock), tomorrow(clock)));
                });
    }

    /** Nobody is counted as content by default here; what differs is whether the hall or a caller asked. */
    @Bean
    Indicator ownAccordIndicator(JdbcClient jdbc, Clock clock) {
        EvaluationStore store = new EvaluationStore(jdbc);
        return new Indicator(
                "reviews.own-accord",
                "主动评价率",
                "%",
                "分母中评价人主动作出的评价数（按评价当日的规则“主动评价的渠道”认定，随评价保存）",
                "近 12 个月的评价数",
                "从其他渠道作出的评价计入分母、不计入分子；平台不作默认评价。" + EXCLUDED,
                OWN_ACCORD_BASIS,
                ReviewsController.READ,
                new Indicator.Drill(EVALUATION, "ownAccord=true&" + COUNTED, COUNTED, "ownAccord=false&" + COUNTED),
                scope -> new Indicator.Counts(
                        store.ofOwnAccord(scope, yearAgo(clock), tomorrow(clock)),
                        store.all(scope, yearAgo(clock), tomorrow(clock)).count(),
                        store.excluded(scope, yearAgo(clock), tomorrow(clock))));
    }

    @Bean
    Indicator revisitIndicator(JdbcClient jdbc, Clock clock) {
        EvaluationStore store = new EvaluationStore(jdbc);
        return indicator(
                "reviews.revisit",
                "回访满意率",
                "分母中最后一次回访时评价人认可的件数",
                "近 12 个月登记、已经回访的差评数",
                "匿名差评不回访，不计入；尚未回访的和认定恶意的不计入",
                new Indicator.Drill(
                        RectificationType.ID,
                        "revisit=satisfied&" + OPENED,
                        "revisit=is:present&" + OPENED,
                        "revisit=dissatisfied&" + OPENED),
                scope -> {
                    EvaluationStore.Handled all = store.handled(scope, yearAgo(clock), tomorrow(clock));
                    return new Indicator.Counts(all.content(), all.revisited(), all.registered() - all.revisited());
                });
    }

    @Bean
    Indicator ratedIndicator(JdbcClient jdbc, Clock clock) {
        EvaluationStore store = new EvaluationStore(jdbc);
        return indicator(
                "reviews.rated",
                "评价率",
                "近 12 个月收到的办件评价数",
                "近 12 个月送达的办件数",
                "现场服务的“一次一评”不是办件评价，不计入",
                null,
                scope -> new Indicator.Counts(
                        store.ofMatters(scope, yearAgo(clock), tomorrow(clock)),
                        store.finished(scope, yearAgo(clock), tomorrow(clock)),
                        0));
    }

    @Bean
    Indicator rectifiedIndicator(JdbcClient jdbc, Clock clock) {
        EvaluationStore store = new EvaluationStore(jdbc);
        return indicator(
                "reviews.rectified",
                "差评整改率",
                "分母中已经整改并复核办结的件数",
                "近 12 个月登记的差评数",
                EXCLUDED,
                new Indicator.Drill(RectificationType.ID, "outcome=rectified&" + OPENED, "excluded=false&" + OPENED),
                scope -> {
                    EvaluationStore.Handled all = store.handled(scope, yearAgo(clock), tomorrow(clock));
                    return new Indicator.Counts(all.rectified(), all.registered() - all.excluded(), all.excluded());
                });
    }

    private static Indicator indicator(
            String id,
            String title,
            String numerator,
            String denominator,
            String exclusions,
            Indicator.@Nullable Drill drill,
            Function<RowScope, Indicator.Counts> counting) {
        return new Indicator(
                id,
                title,
                "%",
                numerator,
                denominator,
                exclusions,
                BASIS,
                ReviewsController.READ,
                drill,
                counting::apply);
    }

    private static Instant yearAgo(Clock clock) {
        return LocalDate.now(clock)
                .minusMonths(12)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private static Instant tomorrow(Clock clock) {
        return LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
