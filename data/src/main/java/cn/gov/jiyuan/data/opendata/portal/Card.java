package cn.gov.jiyuan.data.opendata.portal;

import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A dataset as lists show it. @param updated day of the version in force, in words */
record Card(OpenDataset dataset, String updated) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日");
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    static Card of(OpenDataset dataset) {
        return new Card(dataset, day(dataset.modified()));
    }

    static String day(@Nullable Instant at) {
        return at == null ? "—" : DAY.format(at.atZone(HERE));
    }
}
