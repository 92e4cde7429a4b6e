package cn.gov.jiyuan.platform.indicators;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.quantity.Rate;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indicators with their parts, never a bare percentage. */
@RestController
@RequestMapping("/api/indicators")
class IndicatorsController {
    private final Indicators indicators;
    private final Clock clock;

    IndicatorsController(Indicators indicators, Clock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    record Definition(
            String id,
            String title,
            String unit,
            String numerator,
            String denominator,
            String exclusions,
            String basis,
            Indicator.@Nullable Drill drill) {
        static Definition of(Indicator indicator, LocalDate today) {
            Indicator.Drill drill = indicator.drill();
            return new Definition(
                    indicator.id(),
                    indicator.title(),
                    indicator.unit(),
                    indicator.numerator(),
                    indicator.denominator(),
                    indicator.exclusions(),
                    indicator.basis(),
                    drill == null ? null : drill.on(today));
        }
    }

    record Parts(long numerator, long denominator, long excluded, String percent, Instant asOf) {
        static Parts of(Rate rate) {
            return new Parts(rate.numerator(), rate.denominator(), rate.excluded(), rate.percent(2), rate.asOf());
        }
    }

    record Value(Definition definition, Parts whole, Parts visible) {}

    record Point(LocalDate day, Parts parts) {}

    @GetMapping
    @Permitted("indicators.value.read")
    List<Definition> all() {
        return indicators.all().stream()
                .map(indicator -> Definition.of(indicator, LocalDate.now(clock)))
                .toList();
    }

    @GetMapping("/{id}")
    @Permitted("indicators.value.read")
    Value value(Actor viewer, @PathVariable String id) {
        Indicators.Measured measured = indicators.value(viewer, id);
        return new Value(
                Definition.of(measured.indicator(), LocalDate.now(clock)),
                Parts.of(measured.whole()),
                Parts.of(measured.visible()));
    }

    @GetMapping("/{id}/history")
    @Permitted("indicators.value.read")
    List<Point> history(@PathVariable String id, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return indicators.history(id, from, to).stream()
                .map(day -> new Point(day.day(), Parts.of(day.rate())))
                .toList();
    }
}
