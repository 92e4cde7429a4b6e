package cn.gov.jiyuan.data.exchange.collecting;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the operator allows to collecting.
 *
 * @param hosts hosts, {@code name} or {@code name:port}, to which sources may lead; none unless named, so that nobody
 *     reaches the inside of the network through the platform
 * @param drops folder in which units drop large files, one folder per task; shared by all nodes; “drops” in the home if
 *     absent
 * @param maxUpload of one file through the page
 * @param partRows rows of a part of a table: enough to be quick, little to lose when the source dies
 */
@ConfigurationProperties("jiyuan.collecting")
record CollectingSettings(
        @DefaultValue List<String> hosts,
        @Nullable Path drops,
        @DefaultValue("64MB") DataSize maxUpload,
        @DefaultValue("500000") int partRows) {
    boolean allows(String host, int port) {
        return hosts.contains(host) || hosts.contains(host + ":" + port);
    }
}
