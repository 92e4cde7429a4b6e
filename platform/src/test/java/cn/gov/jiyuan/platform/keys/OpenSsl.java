package cn.gov.jiyuan.platform.keys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code openssl} of the machine (3.0 or newer), which shares no code with the library we use. */
public final class OpenSsl {
    private static final String IDENTITY = "distid:1234567812345678";

    private final Path folder;

    /** Skips the test if the machine has no openssl, or one that is too old for SM2. */
    public OpenSsl(Path folder) {
        this.folder = folder;
        assumeTrue(version().startsWith("OpenSSL 3."), "openssl 3 is not installed: this judge could not be asked");
    }

    /** How a run ended and what it wrote. */
    public record Said(int exitCode, byte[] output) {
        public String text() {
            return new String(output, StandardCharsets.UTF_8).strip();
        }
    }

    public Said run(String... arguments) {
        return run(List.of(arguments));
    }

    private Said run(List<String> arguments) {
        try {
            List<String> command = new ArrayList<>(List.of("openssl"));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            process.waitFor(60, TimeUnit.SECONDS);
            return new Said(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes a file for it. */
    public String file(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it finds an SM2 signature with SM3 and the default identity good. */
    public boolean verifies(X509Certificate signer, byte[] message, byte[] signature) {
        file("message", message);
        file("signature", signature);
        file("key.pem", pem("PUBLIC KEY", signer.getPublicKey().getEncoded()));
        return run(
                                "pkeyutl",
                                "-verify",
                                "-pubin",
                                "-inkey",
                                "key.pem",
                                "-rawin",
                                "-digest",
                                "sm3",
                                "-in",
                                "message",
                                "-sigfile",
                                "signature",
                                "-pkeyopt",
                                IDENTITY)
                        .exitCode()
                == 0;
    }

    /** Whether it accepts a certificate as issued by another. */
    public Said issued(X509Certificate certificate, X509Certificate issuer) {
        file("issuer.pem", pem(issuer));
        file("certificate.pem", pem(certificate));
        return run("verify", "-vfyopt", IDENTITY, "-partial_chain", "-trusted", "issuer.pem", "certificate.pem");
    }

    public static byte[] pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, body, label)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String version() {
        try {
            return run(List.of("version")).text();
        } catch (UncheckedIOException missing) {
            return "";
        }
    }
}
