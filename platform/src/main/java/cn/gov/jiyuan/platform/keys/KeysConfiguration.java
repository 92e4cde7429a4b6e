package cn.gov.jiyuan.platform.keys;

import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.database.JiyuanHome.Part;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Publishes the parts of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeysSettings.class)
class KeysConfiguration {
    @Bean
    Keys keys(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            KeysSettings settings,
            JiyuanHome home) {
        return Keys.open(jdbc, transactions, home.placed(Part.MASTER_KEY, settings.master()), clock);
    }

    @Bean
    KeyVault keyVault(Keys keys) {
        return keys.vault();
    }

    @Bean
    @Primary
    PersonalCipher personalCipher(Keys keys) {
        return keys.cipher();
    }

    @Bean
    KeyRotation keyRotation(Keys keys) {
        return keys.rotation();
    }

    @Bean
    CertificateAuthority certificateAuthority(Keys keys) {
        return keys.authority();
    }
}
