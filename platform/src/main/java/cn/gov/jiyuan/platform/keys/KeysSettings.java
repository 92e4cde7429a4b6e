package cn.gov.jiyuan.platform.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param master the master key file; {@code keys/master.key} in the home of the platform unless given */
@ConfigurationProperties("jiyuan.keys")
record KeysSettings(@Nullable Path master) {}
