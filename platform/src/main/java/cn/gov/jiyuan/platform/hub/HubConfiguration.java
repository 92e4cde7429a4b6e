package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSettings.class)
class HubConfiguration {
    @Bean
    DataFolder hubFolder(JiyuanHome home, HubSettings settings) {
        return new DataFolder(home.placed(JiyuanHome.Part.HUB, settings.folder()));
    }

    @Bean
    HubStore hubStore(DataSource dataSource) {
        return new HubStore(dataSource);
    }

    @Bean
    Datasets datasets(
            HubStore store,
            HubSettings settings,
            DataFolder folder,
            PersonalCipher cipher,
            PlatformTransactionManager manager,
            ObjectProvider<LandingGate> gates,
            Feed feed,
            Audit audit,
            Clock clock) {
        TransactionTemplate transactions = new TransactionTemplate(manager);
        DataKeys keys = new DataKeys(cipher, store);
        Publication publication = new Publication(store, keys, transactions, feed, audit, clock);
        return new HubDatasets(
                store,
                settings,
                folder,
                keys,
                publication,
                () -> gates.orderedStream().toList(),
                transactions,
                audit,
                clock);
    }

    @Bean
    HubSweep hubSweep(HubStore store, DataFolder folder, HubSettings settings, Clock clock) {
        return new HubSweep(store, folder, settings, clock);
    }
}
