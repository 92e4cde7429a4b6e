package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.kernel.time.DateText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as people here read them. */
final class Moments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Moments() {}

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M 月 d 日 HH:mm");

    static String moment(Instant at) {
        return MOMENT.format(at.atZone(ZONE));
    }

    static String day(Instant at) {
        return DateText.full(at.atZone(ZONE).toLocalDate());
    }
}
