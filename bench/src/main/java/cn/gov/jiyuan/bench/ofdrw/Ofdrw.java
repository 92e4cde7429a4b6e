package cn.gov.jiyuan.bench.ofdrw;

import cn.gov.jiyuan.platform.documents.Layout;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;

/** What ofdrw does with licences, in memory where it can; it unpacks into the temporary folder of its own accord. */
public interface Ofdrw {
    /** Whose seal and key are used. @param seal the SESeal of GB/T 38540 */
    record Signer(byte[] seal, X509Certificate certificate, UnaryOperator<byte[]> sign) {}

    /** Draws the same marks, attaches the same metadata and puts the seal on the first page, protecting the whole. */
    byte[] issue(Layout layout, Path metadata, Signer signer) throws Exception;

    /** Compares every digest, then the seal signature; a wrong one is an exception. */
    void verify(byte[] file) throws Exception;

    static Ofdrw load() {
        return new OfdrwLoader().load();
    }
}
