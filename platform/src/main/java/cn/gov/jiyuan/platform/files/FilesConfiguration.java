package cn.gov.jiyuan.platform.files;

import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesSettings.class)
class FilesConfiguration {
    @Bean
    FileStore fileStore(JiyuanHome home, FilesSettings settings, DataSource dataSource, Clock clock)
            throws IOException {
        Path folder = home.placed(JiyuanHome.Part.FILES, settings.folder());
        return new ContentAddressedStore(new ContentFolder(folder), new MetadataStore(dataSource), settings, clock);
    }
}
