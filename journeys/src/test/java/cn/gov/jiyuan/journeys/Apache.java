package cn.gov.jiyuan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Another department's web server as Debian ships it: Apache with mod_auth_openidc, unchanged, told nothing but the
 * address of the discovery document, its id and its secret. Its page shows what it learned of the visitor.
 */
final class Apache implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final Path MODULE = MODULES.resolve("mod_auth_openidc.so");

    private final Path folder;
    private final int port;
    private Process process;

    Apache(Path folder) throws IOException {
        if (!Files.isExecutable(PROGRAM) || !Files.isReadable(MODULE)) {
            throw new IllegalStateException("This journey needs " + PROGRAM + " and " + MODULE
                    + ": install them with “apt-get install apache2-bin libapache2-mod-auth-openidc”.");
        }
        this.folder = folder;
        Files.createDirectories(folder.resolve("www/protected"));
        for (Path each :
                new Path[] {folder, folder.getParent(), folder.resolve("www"), folder.resolve("www/protected")}) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where the module takes the answers of the provider. */
    String redirectUri() {
        return address() + "/protected/redirect_uri";
    }

    String backchannelUri() {
        return redirectUri() + "?logout=backchannel";
    }

    String page() {
        return address() + "/protected/index.html";
    }

    String goodbye() {
        return address() + "/goodbye.html";
    }

    void start(URI provider, String clientId, String secret) throws IOException {
        Files.writeString(folder.resolve("www/goodbye.html"), "<!doctype html><title>goodbye</title><p>已退出");
        Files.writeString(folder.resolve("www/protected/index.html"), """
                <!doctype html><meta charset="utf-8"><title>app</title>
                <p id="name"><!--#echo encoding="none" var="OIDC_CLAIM_name" --></p>
                <p id="sub"><!--#echo encoding="none" var="REMOTE_USER" --></p>
                """);
        Path configuration = folder.resolve("apache.conf");
        Files.writeString(configuration, configuration(provider, clientId, secret));
        process = new ProcessBuilder(
                        PROGRAM.toString(), "-d", folder.toString(), "-f", configuration.toString(), "-DFOREGROUND")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        await();
    }

    private String configuration(URI provider, String clientId, String secret) {
        return """
                ServerName 127.0.0.1
                Listen 127.0.0.1:%2$d
                PidFile "%1$s/apache.pid"
                DefaultRuntimeDir "%1$s"
                ErrorLog "%1$s/error.log"
                LoadModule mpm_event_module %7$s/mod_mpm_event.so
                LoadModule authn_core_module %7$s/mod_authn_core.so
                LoadModule authz_core_module %7$s/mod_authz_core.so
                LoadModule authz_user_module %7$s/mod_authz_user.so
                LoadModule mime_module %7$s/mod_mime.so
                LoadModule filter_module %7$s/mod_filter.so
                LoadModule include_module %7$s/mod_include.so
                LoadModule auth_openidc_module %7$s/mod_auth_openidc.so
                <IfModule unixd_module>
                User www-data
                Group www-data
                </IfModule>
                TypesConfig /dev/null
                AddType text/html .html
                DocumentRoot "%1$s/www"
                OIDCProviderMetadataURL %3$s/.well-known/openid-configuration
                OIDCClientID %4$s
                OIDCClientSecret %5$s
                OIDCRedirectURI %6$s
                OIDCPKCEMethod S256
                OIDCScope "openid profile"
                OIDCCryptoPassphrase %5$s
                OIDCRemoteUserClaim sub
                OIDCCookie session-%4$s
                <Location /protected/>
                AuthType openid-connect
                Require valid-user
                Options +Includes
                AddOutputFilter INCLUDES .html
                </Location>
                """.formatted(folder, port, provider, clientId, secret, redirectUri(), MODULES);
    }

    private void await() throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket open = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException(
                "Apache did not start: " + Files.readString(folder.resolve("output.log")) + log());
    }

    /** What it complained of. */
    String log() {
        try {
            Path log = folder.resolve("error.log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
