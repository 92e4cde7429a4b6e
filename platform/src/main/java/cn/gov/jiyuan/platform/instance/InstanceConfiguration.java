package cn.gov.jiyuan.platform.instance;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Publishes the settings of this installation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Instance.class)
class InstanceConfiguration {}
