package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemCatalogue;
import cn.gov.jiyuan.contracts.items.ItemFilter;
import cn.gov.jiyuan.contracts.items.ItemSummary;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the portal tells everybody about its work (S28 公开指标): each with its parts, counted hourly by a job. */
@Configuration(proxyBeanMethods = false)
class OnestopIndicators {
    static final String FILED = "onestop.filed";
    static final String ON_TIME = "onestop.on-time";
    static final String WORKDAYS = "onestop.workdays";
    static final String ONLINE = "onestop.online";
    static final String WHOLLY_ONLINE = "onestop.wholly-online";
    static final String ONE_NET = "onestop.one-net";
    static final String APPLICABLE = "onestop.applicable";

    private static final String READ = "onestop.matter.read";
    /** Filter of items that are accepted on application; {@code online=false} added to it lists what spoils the rate. */
    private static final String ACCEPTED = "standing=in:IN_FORCE,PENDING_CANCEL&type=in:01,05,07,08,09,10,20";

    /** Filter of matters that ended with a result in the last twelve months. */
    private static final String FINISHED = "online=true&result=true&closed={yearAgo}..{today}";

    private static final int PAGE = 1_000;

    private final MatterStore matters;
    private final ItemCatalogue items;
    private final ObjectProvider<LegalCalendar> calendar;
    private final Clock clock;

    OnestopIndicators(MatterStore matters, ItemCatalogue items, ObjectProvider<LegalCalendar> calendar, Clock clock) {
        this.matters = matters;
        this.items = items;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Bean
    @Order(1)
    Indicator filedIndicator() {
        return new Indicator(
                FILED,
                "本月办件量",
                "件",
                "本月一日零时起提交的办件数",
                "1（计数指标，不作除法）",
                "不含未提交的草稿",
                "平台设计口径（S28）",
                READ,
                null,
                scope -> new Indicator.Counts(
                        matters.submitted(scope, startOf(today().withDayOfMonth(1)), tomorrow()), 1, 0));
    }

    @Bean
    @Order(2)
    Indicator onTimeIndicator() {
        return new Indicator(
                ON_TIME,
                "按时办结率",
                "%",
                "分母中承诺时限和法定时限都没有超期的办件数",
                "近 12 个月作出决定（准予或者不予许可）的办件数",
                "不予受理、撤回、视为放弃和终止的办件没有作出决定，分子分母都不计入",
                "《行政许可法》第四十二条；平台设计口径（S28）",
                READ,
                null,
                scope -> new Indicator.Counts(
                        matters.onTime(scope, yearAgo(), tomorrow()),
                        matters.decided(scope, yearAgo(), tomorrow()),
                        matters.undecided(scope, yearAgo(), tomorrow())));
    }

    @Bean
    @Order(3)
    Indicator workdaysIndicator() {
        return new Indicator(
                WORKDAYS,
                "平均实际办理时间",
                "工作日",
                "分母中各办件自受理至决定的工作日数之和（受理当日不计；现场核查等特别程序的时间计入）",
                "近 12 个月作出决定的办件数",
                "没有作出决定的办件不计入",
                "平台设计口径（S28）",
                READ,
                null,
                this::workdays);
    }

    @Bean
    @Order(4)
    Indicator onlineIndicator() {
        return new Indicator(
                ONLINE,
                "网上可办率",
                "%",
                "分母中可以在网上申请的事项数",
                "在用的依申请事项数",
                "行政处罚、强制、征收和检查不是依申请事项，不计入",
                "《济源示范区数字政府建设“十四五”总体规划》；平台设计口径（S28）",
                "items.item.read",
                new Indicator.Drill("items.item", ACCEPTED + "&online=true", ACCEPTED),
                scope -> items(scope, ItemSummary::online));
    }

    @Bean
    @Order(5)
    Indicator whollyOnlineIndicator() {
        return new Indicator(
                WHOLLY_ONLINE,
                "全程网办率",
                "%",
                "分母中可以在网上申请且到现场次数为 0 的事项数",
                "在用的依申请事项数",
                "行政处罚、强制、征收和检查不是依申请事项，不计入",
                "平台设计口径（S28）",
                "items.item.read",
                new Indicator.Drill("items.item", ACCEPTED + "&online=true&visits=0..0", ACCEPTED),
                scope -> items(scope, item -> item.online() && item.visits() == 0));
    }

    /** Declared is not the same as done: many items are open online on another platform, or at a counter only in fact. */
    @Bean
    @Order(6)
    Indicator applicableIndicator() {
        return new Indicator(
                APPLICABLE,
                "本站可申请率",
                "%",
                "分母中已经接入本平台、有表单可以直接申请的事项数",
                "在用的依申请事项数",
                "行政处罚、强制、征收和检查不是依申请事项，不计入；申报为网上可办但没有接入本平台的，不计入分子",
                "平台设计口径（S28）：与“网上可办率”（按申报）分开统计",
                "items.item.read",
                new Indicator.Drill("items.item", ACCEPTED + "&applicable=true", ACCEPTED),
                scope -> items(scope, ItemSummary::applicable));
    }

    /** Not the same as 网上可办率: that one counts items, this one what people really did. */
    @Bean
    @Order(7)
    Indicator oneNetIndicator() {
        return new Indicator(
                ONE_NET,
                "一网通办率",
                "%",
                "分母中从申请、补正到送达没有一个环节在线下办理的办件数（电脑端、移动端和快递算线上，窗口算线下）",
                "近 12 个月有办理结果（准予、不予许可或者不予受理）的可网办事项办件数",
                "撤回、视为放弃、终止的办件和不可网办事项的办件，分子分母都不计入；尚未办结的不计入",
                "《济源示范区数字政府建设“十四五”总体规划》一网通办率；平台设计口径（S28）",
                READ,
                new Indicator.Drill(
                        "onestop.matter", FINISHED + "&offline=is:empty", FINISHED, FINISHED + "&offline=is:present"),
                scope -> new Indicator.Counts(
                        matters.whollyOnline(scope, yearAgo(), tomorrow()),
                        matters.finished(scope, yearAgo(), tomorrow()),
                        matters.notFinished(scope, yearAgo(), tomorrow())));
    }

    private Indicator.Counts workdays(RowScope scope) {
        LegalCalendar days = calendar.getIfAvailable(LegalCalendar::official);
        long sum = 0;
        long count = 0;
        for (MatterStore.Span span : matters.spans(scope, yearAgo(), tomorrow())) {
            sum += span.count() * days.workdaysBetween(span.accepted(), span.decided());
            count += span.count();
        }
        return new Indicator.Counts(sum, count, matters.undecided(scope, yearAgo(), tomorrow()));
    }

    private Indicator.Counts items(RowScope scope, Predicate<ItemSummary> counted) {
        long numerator = 0;
        long denominator = 0;
        long excluded = 0;
        @Nullable String after = null;
        List<ItemSummary> page;
        do {
            page = items.list(ItemFilter.ALL, after, PAGE);
            for (ItemSummary item : page) {
                if (scope.covers(Unit.idOf(item.unitCode()), null, null)) {
                    boolean wanted = item.type().onApplication();
                    denominator += wanted ? 1 : 0;
                    numerator += wanted && counted.test(item) ? 1 : 0;
                    excluded += wanted ? 0 : 1;
                }
            }
            after = page.isEmpty() ? after : page.getLast().code();
        } while (page.size() == PAGE);
        return new Indicator.Counts(numerator, denominator, excluded);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime yearAgo() {
        return startOf(today().minusMonths(12));
    }

    private OffsetDateTime tomorrow() {
        return startOf(today().plusDays(1));
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
