package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.platform.conformance.Claim;
import cn.gov.jiyuan.platform.documents.DocumentVerifier;
import cn.gov.jiyuan.platform.documents.Verdict;
import cn.gov.jiyuan.platform.documents.VerificationReport;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.portal.Navigation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class LicencesConfiguration {
    @Bean
    Navigation licencesNavigation() {
        return new Navigation(20, List.of(new Navigation.Entry("证照核验", "/verify")));
    }

    /** The newest licence is verified as a stranger would do it, seal by seal and check by check. */
    @Bean
    Claim newestLicenceClaim(JdbcClient jdbc, PersonalCipher cipher, FileStore files, DocumentVerifier verifier) {
        LicenceStore store = new LicenceStore(jdbc, cipher);
        return new Claim(
                "GB/T 38540—2020",
                "最近签发的电子证照，印章和文件能通过全部校验步骤",
                () -> store.newestFile()
                        .map(file -> found(verifier.verify(content(files, file))))
                        .orElse(new Claim.Finding(Claim.State.NO_DATA, "还没有签发过带印章的证照", "/verify")));
    }

    private static Claim.Finding found(VerificationReport report) {
        long checks = report.signatures().stream()
                .mapToLong(signature -> signature.checks().size())
                .sum();
        Claim.State state = report.verdict() == Verdict.VALID ? Claim.State.HOLDS : Claim.State.FAILS;
        return new Claim.Finding(
                state, "刚才重新校验了一份，" + checks + " 步，结论：" + report.verdict().label(), "/verify");
    }

    private static byte[] content(FileStore files, UUID file) {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
