package cn.gov.jiyuan.platform.documents.ofdrw;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What a program that is not ours does with OFD files. Made by {@link #judge()}. */
public interface ForeignOfd {
    /** @param text of all pages, object by object in their order */
    record Reading(int pages, List<String> text, int seals) {}

    /** Who signs with a foreign seal, and for how long the seal is good. */
    record Signer(
            PrivateKey makerKey,
            X509Certificate maker,
            PrivateKey signerKey,
            X509Certificate signer,
            byte[] picture,
            Instant from,
            Instant until) {}

    Reading read(Path file) throws Exception;

    /** Compares every digest, then the seal signature; a wrong one is an exception. */
    void verify(Path file) throws Exception;

    /** Lays out a page with these lines. */
    void write(Path file, List<String> lines) throws Exception;

    /** Makes a seal of GB/T 38540-2020 and puts it on the first page. */
    void seal(Path unsealed, Path sealed, Signer signer) throws Exception;

    static ForeignOfd judge() {
        return new OfdrwLoader().judge();
    }
}
