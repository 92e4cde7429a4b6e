package cn.gov.jiyuan.platform.indicators;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.quantity.Rate;
import java.time.LocalDate;
import java.util.List;

/** Values of indicators, now and day by day. */
public interface Indicators {
    List<Indicator> all();

    /**
     * The value over all rows, and over those that the viewer may see: “看得到 M 件中的 N 件”.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code indicators.unknown}
     */
    Measured value(Actor viewer, String id);

    /** Values of the whole city by day, oldest first. */
    List<Day> history(String id, LocalDate from, LocalDate to);

    /** Measures all at once and keeps them as the values of today; the hourly job does the same. */
    void keepToday();

    /** @param visible the same count over the rows within the viewer's reach, to which a drill-down leads */
    record Measured(Indicator indicator, Rate whole, Rate visible) {}

    record Day(LocalDate day, Rate rate) {}
}
