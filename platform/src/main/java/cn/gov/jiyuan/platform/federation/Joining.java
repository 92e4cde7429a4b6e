package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins two installations that one person starts on one machine for a demonstration (演示接入): each leaves its certificate
 * in a file and registers that of the other, because the settings say so. In operation people compare and register.
 */
final class Joining implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private final FederationDesk desk;
    private final PeerStore peers;
    private final PeerKey key;
    private final FederationSettings.@Nullable Join join;
    private final @Nullable Path own;
    private boolean left;

    Joining(FederationDesk desk, PeerStore peers, PeerKey key, FederationSettings settings) {
        this.desk = desk;
        this.peers = peers;
        this.key = key;
        this.join = settings.join();
        this.own = settings.certificateFile();
    }

    @Override
    public String name() {
        return "federation.joining";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean run() {
        try {
            leave();
            join();
        } catch (IOException e) {
            LOG.warn("certificates could not be exchanged: {}", e.toString());
        }
        return false;
    }

    private void leave() throws IOException {
        if (own == null || left) {
            return;
        }
        // Whoever waits for the file finds it whole.
        Path draft = own.resolveSibling(own.getFileName() + ".part");
        Files.createDirectories(own.toAbsolutePath().getParent());
        Files.writeString(draft, PeerKey.pem(key.certificate()));
        Files.move(draft, own, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        left = true;
    }

    private void join() throws IOException {
        if (join == null
                || Files.notExists(join.certificate())
                || peers.find(join.code()).isPresent()) {
            return;
        }
        X509Certificate certificate = PeerKey.ofPem(Files.readString(join.certificate()));
        try {
            desk.register(
                    Actor.SYSTEM,
                    new Peer(
                            join.code(),
                            join.name(),
                            join.level(),
                            FederationDesk.address(join.address().toString()),
                            certificate,
                            Peer.State.ACTIVE,
                            true));
        } catch (Fault fault) {
            LOG.warn("peer {} was not registered: {}", join.code(), fault.getMessage());
        }
    }
}
