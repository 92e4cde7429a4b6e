package cn.gov.jiyuan.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's time.
 *
 * @param offset how far the platform's clock runs ahead of the machine's; for demonstrations only
 */
@ConfigurationProperties("jiyuan.clock")
record ClockProperties(@DefaultValue("0s") Duration offset) {}
