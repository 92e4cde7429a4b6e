package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.quantity.Rate;
import cn.gov.jiyuan.platform.indicators.Indicator;
import cn.gov.jiyuan.platform.indicators.Indicators;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures that everybody may see, as the hourly job left them; nothing is counted for a page. */
@Component
final class PublicFigures {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日 HH:mm");
    private static final int HISTORY_DAYS = 30;

    /** Figures of the first page, in its order; each has a page that says how it is computed. */
    private static final List<String> FIRST_PAGE = List.of(
            OnestopIndicators.FILED,
            OnestopIndicators.ON_TIME,
            OnestopIndicators.WORKDAYS,
            OnestopIndicators.ONE_NET,
            OnestopIndicators.ONLINE,
            OnestopIndicators.APPLICABLE,
            "reviews.good");

    private static final Set<String> EXPLAINED =
            Set.of(OnestopIndicators.WHOLLY_ONLINE, "reviews.own-accord", "reviews.rated", "reviews.rectified");
    /** Where anybody can see what is behind a figure: what counts, and what does not. */
    private static final Map<String, Rows> ROWS = Map.of(
            OnestopIndicators.ONLINE,
            new Rows("/items?online=true", "/items?online=false"),
            OnestopIndicators.APPLICABLE,
            new Rows("/items?here=true", "/items?here=false"),
            "reviews.good",
            new Rows("/ratings", "/ratings?by=item"));

    private final Indicators indicators;
    private final Clock clock;

    PublicFigures(Indicators indicators, Clock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    /** A figure for the first page. */
    record Figure(String id, String title, String text) {}

    /** @param counted rows above the line @param missing rows that are only below it */
    record Rows(String counted, String missing) {}

    /** A figure with all that it was made from. */
    record Account(
            Indicator indicator,
            String text,
            Rate rate,
            String asOf,
            List<Day> history,
            @Nullable Rows rows) {}

    /** @param text value of that day */
    record Day(LocalDate day, String text, long numerator, long denominator) {}

    List<Figure> all() {
        return FIRST_PAGE.stream()
                .flatMap(id -> indicator(id).stream())
                .map(indicator -> new Figure(
                        indicator.id(),
                        indicator.title(),
                        days(indicator).stream()
                                .reduce((earlier, later) -> later)
                                .map(day -> text(indicator, day.rate()))
                                .orElse("—")))
                .toList();
    }

    Optional<Account> account(String id) {
        return FIRST_PAGE.contains(id) || EXPLAINED.contains(id) ? indicator(id).map(this::account) : Optional.empty();
    }

    private Account account(Indicator indicator) {
        List<Indicators.Day> days = days(indicator);
        Rate last = days.isEmpty()
                ? new Rate(0, 0, 0, Instant.EPOCH)
                : days.getLast().rate();
        String asOf = days.isEmpty() ? "尚未统计" : MOMENT.format(last.asOf().atZone(clock.getZone()));
        List<Day> history = days.reversed().stream()
                .map(day -> new Day(
                        day.day(),
                        text(indicator, day.rate()),
                        day.rate().numerator(),
                        day.rate().denominator()))
                .toList();
        return new Account(indicator, text(indicator, last), last, asOf, history, ROWS.get(indicator.id()));
    }

    private Optional<Indicator> indicator(String id) {
        return indicators.all().stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst();
    }

    private List<Indicators.Day> days(Indicator indicator) {
        LocalDate today = LocalDate.now(clock);
        return indicators.history(indicator.id(), today.minusDays(HISTORY_DAYS), today);
    }

    /** The value as people read it; nothing to divide by is —. */
    static String text(Indicator indicator, Rate rate) {
        if (!rate.isDefined()) {
            return "—";
        }
        return switch (indicator.unit()) {
            case "%" -> rate.percent(1);
            case "件" -> rate.numerator() + " 件";
            default ->
                BigDecimal.valueOf(rate.numerator())
                                .divide(BigDecimal.valueOf(rate.denominator()), 1, RoundingMode.HALF_UP)
                        + " " + indicator.unit();
        };
    }
}
