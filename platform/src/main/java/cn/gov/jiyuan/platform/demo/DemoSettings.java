package cn.gov.jiyuan.platform.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param enabled whether demo data is loaded after the first start; a real office switches it off before that */
@ConfigurationProperties("jiyuan.demo")
record DemoSettings(@DefaultValue("true") boolean enabled) {}
