package cn.gov.jiyuan.platform.feed;

import java.time.Duration;

/** How often a failing entry is tried before it is parked; the wait doubles each time. */
record BackOff(Duration first, int attempts) {
    static final BackOff USUAL = new BackOff(Duration.ofSeconds(1), 6);

    Duration after(int failures) {
        return first.multipliedBy(1L << Math.min(failures - 1, 20));
    }
}
