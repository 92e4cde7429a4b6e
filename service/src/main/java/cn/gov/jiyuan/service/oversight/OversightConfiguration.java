package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.records.RecordType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What oversight gives to the engines: two types of case, four of record, four indicators of the present year. */
@Configuration(proxyBeanMethods = false)
class OversightConfiguration {
    private static final String READ = "oversight.card.read";
    private static final String CARDS = "oversight.card";
    private static final String ISSUED = "counted=true&issued={yearStart}..";
    private static final String DECIDED_ROWS = "decided={yearStart}..";
    private static final String BASIS = "平台设计口径（S31）";
    private static final String DECIDED = "本年一月一日起作出决定的办件数";
    private static final String UNCOUNTED = "申诉成立而撤销的牌不计入";

    @Bean
    CaseType cardType() {
        return CardType.build();
    }

    @Bean
    CaseType talkType() {
        return TalkType.build();
    }

    @Bean
    RecordType cardRecords(CaseType cardType) {
        return OversightRecords.cards(cardType);
    }

    @Bean
    RecordType talkRecords(CaseType talkType) {
        return OversightRecords.talks(talkType);
    }

    @Bean
    RecordType overseersRules() {
        return OversightRecords.rules();
    }

    @Bean
    RecordType scoreRecords() {
        return OversightRecords.scores();
    }

    @Bean
    Indicator yearOnTimeIndicator(ScoreStore store, Clock clock) {
        return indicator(
                "oversight.on-time",
                "本年按时办结率",
                "分母中承诺时限和法定时限都没有超期的办件数",
                DECIDED,
                "没有作出决定的办件不计入",
                new Indicator.Drill(
                        "onestop.matter", DECIDED_ROWS + "&late=false", DECIDED_ROWS, DECIDED_ROWS + "&late=true"),
                scope -> {
                    long[] counts = store.decidedAndOnTime(scope, year(clock));
                    return new Indicator.Counts(counts[1], counts[0], 0);
                });
    }

    @Bean
    Indicator yellowRateIndicator(ScoreStore store, Clock clock) {
        return indicator(
                "oversight.yellow-rate",
                "本年黄牌率",
                "本年发出并计分的黄牌数",
                DECIDED,
                UNCOUNTED,
                issued(Level.YELLOW),
                cards(store, clock, Level.YELLOW));
    }

    @Bean
    Indicator redRateIndicator(ScoreStore store, Clock clock) {
        return indicator(
                "oversight.red-rate",
                "本年红牌率",
                "本年发出并计分的红牌数",
                DECIDED,
                UNCOUNTED,
                issued(Level.RED),
                cards(store, clock, Level.RED));
    }

    @Bean
    Indicator explainedIndicator(ScoreStore store, Clock clock) {
        return indicator(
                "oversight.explained-on-time",
                "本年说明按时率",
                "分母中在时限内作出说明的牌数",
                "本年发出、已经说明或者说明期限已满的黄牌和红牌数",
                "尚在说明期限内的和已撤销的不计入",
                new Indicator.Drill(CARDS, "explainedInTime=true&" + ISSUED, null),
                scope -> {
                    OffsetDateTime now = clock.instant().atZone(clock.getZone()).toOffsetDateTime();
                    long[] counts = store.dueAndExplained(scope, start(clock), now);
                    return new Indicator.Counts(counts[1], counts[0], 0);
                });
    }

    private static Indicator.Drill issued(Level level) {
        return new Indicator.Drill(CARDS, "level=" + level.name() + "&" + ISSUED, null);
    }

    private static Indicator.Counting cards(ScoreStore store, Clock clock, Level level) {
        return (RowScope scope) -> {
            long decided = store.decidedAndOnTime(scope, year(clock))[0];
            long cards = store.cards(scope, level, start(clock));
            return new Indicator.Counts(decided == 0 ? 0 : cards, decided, 0);
        };
    }

    private static Indicator indicator(
            String id,
            String title,
            String numerator,
            String denominator,
            String exclusions,
            Indicator.Drill drill,
            Indicator.Counting count) {
        return new Indicator(id, title, "%", numerator, denominator, exclusions, BASIS, READ, drill, count);
    }

    private static LocalDate year(Clock clock) {
        return LocalDate.now(clock).withDayOfYear(1);
    }

    private static OffsetDateTime start(Clock clock) {
        return year(clock).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
