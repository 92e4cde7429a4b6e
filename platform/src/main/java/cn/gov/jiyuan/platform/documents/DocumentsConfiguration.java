package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.keys.CertificateAuthority;
import cn.gov.jiyuan.platform.keys.KeyVault;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes the parts of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentsSettings.class)
class DocumentsConfiguration {
    @Bean
    Fonts fonts(JiyuanHome home) {
        return Fonts.find(home.root().resolve("fonts"));
    }

    @Bean
    Seals seals(KeyVault vault, CertificateAuthority authority, Fonts fonts, Clock clock, DocumentsSettings settings) {
        return new Seals(vault, authority, fonts, clock, settings.timestampPolicy());
    }

    @Bean
    OfdDocuments ofdDocuments(Fonts fonts) {
        return new OfdDocuments(fonts);
    }

    @Bean
    PdfDocuments pdfDocuments(Fonts fonts) {
        return new PdfDocuments(fonts);
    }

    @Bean
    DocumentVerifier documentVerifier(CertificateAuthority authority, Clock clock) {
        return new DocumentVerifier(Trust.of(authority), clock);
    }

    @Bean
    Numbering numbering(JdbcClient jdbc) {
        return new Numbering(jdbc);
    }
}
