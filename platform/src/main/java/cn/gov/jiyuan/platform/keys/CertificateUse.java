package cn.gov.jiyuan.platform.keys;

import java.time.Period;

/** What a certificate is for; decides its extensions and its life. */
public enum CertificateUse {
    /** Makes seals (制章人). */
    SEAL_MAKER(Period.ofYears(5)),
    /** Signs documents with a seal (签章人). */
    SEAL_SIGNER(Period.ofYears(3)),
    /** Signs records of the platform itself. */
    SYSTEM(Period.ofYears(5)),
    /** Signs time stamps of RFC 3161 (时间戳). */
    TIMESTAMP(Period.ofYears(5));

    private final Period life;

    CertificateUse(Period life) {
        this.life = life;
    }

    public Period life() {
        return life;
    }
}
