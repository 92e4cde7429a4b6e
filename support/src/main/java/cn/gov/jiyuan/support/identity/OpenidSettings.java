package cn.gov.jiyuan.support.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How other systems are reached.
 *
 * @param loopbackClients whether notices may be sent to this very machine without TLS; for development and tests only
 */
@ConfigurationProperties("jiyuan.openid")
record OpenidSettings(@DefaultValue("false") boolean loopbackClients) {}
