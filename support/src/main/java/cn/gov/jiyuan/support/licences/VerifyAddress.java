package cn.gov.jiyuan.support.licences;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where anyone can verify a document; printed as its QR code. */
@Component
final class VerifyAddress {
    private final String site;

    VerifyAddress(@Value("${jiyuan.site:http://localhost:8080}") String site) {
        this.site = site;
    }

    String of(String identifier) {
        return site + "/verify?code=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8);
    }
}
