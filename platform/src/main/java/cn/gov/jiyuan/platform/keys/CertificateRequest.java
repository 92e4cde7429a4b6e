package cn.gov.jiyuan.platform.keys;

import org.jspecify.annotations.Nullable;

/**
 * A certificate wished for.
 *
 * @param keyName name of the key in the vault, {@code seal/<unit>} for example
 * @param commonName the name shown to a reader, for a seal its full name
 * @param organisation full name of the unit
 * @param organisationCode its unified social credit code (统一社会信用代码), if it has one
 */
public record CertificateRequest(
        String keyName,
        String commonName,
        String organisation,
        @Nullable String organisationCode,
        CertificateUse use) {}
