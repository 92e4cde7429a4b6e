package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.instance.Instance;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** What people do about peers, batches and rows that were sent back. */
final class FederationDesk {
    private final PeerStore peers;
    private final LaneStore lanes;
    private final RowStore rows;
    private final BatchStore batches;
    private final AbnormalStore abnormals;
    private final Outbox outbox;
    private final Access access;
    private final Feed feed;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Instance instance;
    private final Clock clock;

    FederationDesk(
            PeerStore peers,
            LaneStore lanes,
            RowStore rows,
            BatchStore batches,
            AbnormalStore abnormals,
            Outbox outbox,
            Access access,
            Feed feed,
            Audit audit,
            TransactionOperations transactions,
            Instance instance,
            Clock clock) {
        this.peers = peers;
        this.lanes = lanes;
        this.rows = rows;
        this.batches = batches;
        this.abnormals = abnormals;
        this.outbox = outbox;
        this.access = access;
        this.feed = feed;
        this.audit = audit;
        this.transactions = transactions;
        this.instance = instance;
        this.clock = clock;
    }

    /** What somebody fills in to register a peer. @param fingerprint as the other side told it, not as computed here */
    record Registration(
            @Nullable String code,
            @Nullable String name,
            Instance.@Nullable Level level,
            @Nullable String address,
            @Nullable String certificate,
            @Nullable String fingerprint) {}

    /** Trusts a certificate from now on, because the actor compared its fingerprint with the other side. */
    Peer register(Actor actor, Registration form) {
        String code = code(form.code());
        String name = text("/name", form.name());
        X509Certificate certificate = PeerKey.ofPem(form.certificate() == null ? "" : form.certificate());
        String fingerprint = PeerKey.fingerprint(certificate);
        if (!fingerprint.equals(plain(form.fingerprint()))) {
            throw Fault.at("/fingerprint", FederationError.WRONG_FINGERPRINT, fingerprint);
        }
        return register(
                actor,
                new Peer(
                        code,
                        name,
                        form.level() == null ? Instance.Level.CITY : form.level(),
                        address(form.address()),
                        certificate,
                        Peer.State.ACTIVE,
                        false));
    }

    /** Registers a peer whose certificate was compared. */
    Peer register(Actor actor, Peer peer) {
        demandSm2(peer.certificate());
        transactions.executeWithoutResult(status -> {
            if (!peers.register(peer, actor.name(), clock.instant())) {
                throw new Fault(FederationError.PEER_EXISTS, peer.code());
            }
            feed.append(new Feed.Change(PeerJoined.TOPIC, peer.code(), 1, new PeerJoined(peer.code(), peer.name())));
            String fingerprint = PeerKey.fingerprint(peer.certificate());
            told(
                    actor,
                    "federation.peer.register",
                    peer.code(),
                    "登记节点“" + peer.name() + "”，地址 " + peer.address() + "，证书指纹 " + fingerprint,
                    Map.of("fingerprint", fingerprint));
        });
        return peer;
    }

    /** From now on nothing goes to the peer and nothing of it is taken. */
    void suspend(Actor actor, String code, @Nullable String reason) {
        String why = reason(reason);
        move(actor, code, Peer.State.SUSPENDED, "federation.peer.suspend", "停用", "：" + why);
    }

    void resume(Actor actor, String code, @Nullable String reason) {
        String why = reason(reason);
        move(actor, code, Peer.State.ACTIVE, "federation.peer.resume", "启用", "：" + why);
    }

    private void move(Actor actor, String code, Peer.State state, String action, String verb, String more) {
        transactions.executeWithoutResult(status -> {
            Peer peer = peers.find(code).orElseThrow(() -> new Fault(FederationError.UNKNOWN_PEER, code));
            if (peers.state(code, state)) {
                if (state == Peer.State.ACTIVE) {
                    feed.append(new Feed.Change(PeerJoined.TOPIC, code, 1, new PeerJoined(code, peer.name())));
                }
                told(actor, action, code, verb + "节点“" + peer.name() + "”" + more, Map.of());
            }
        });
    }

    /** Tries at once what waits for the next try. */
    void hasten(Actor actor, String code) {
        transactions.executeWithoutResult(status -> {
            Peer peer = peers.find(code).orElseThrow(() -> new Fault(FederationError.UNKNOWN_PEER, code));
            int count = lanes.hasten(code);
            told(
                    actor,
                    "federation.batch.retry",
                    code,
                    "立即重送发往“" + peer.name() + "”的批次，共 " + count + " 个通道",
                    Map.of("lanes", count));
        });
    }

    /** Sends a row that came back once more as it is, because the reason lay with the receiver. */
    void resend(Actor actor, UUID id, @Nullable String reason) {
        String why = reason(reason);
        transactions.executeWithoutResult(status -> {
            AbnormalStore.Kept kept = abnormals
                    .find(id)
                    .filter(AbnormalStore.Kept::outgoing)
                    .orElseThrow(() -> new Fault(FederationError.UNKNOWN_ROW));
            if (!access.rows(actor, "federation.abnormal.resend").covers(kept.unitId(), null, null)) {
                throw new Fault(FederationError.UNKNOWN_ROW);
            }
            if (!kept.open()) {
                throw new Fault(FederationError.NOT_OPEN);
            }
            KeptRow row = rows.sent(kept.peer(), kept.abnormal().tableRowGuid()).orElseThrow();
            outbox.again(row);
            told(
                    actor,
                    "federation.abnormal.resend",
                    row.id().toString(),
                    "重新发送被退回的“" + row.label() + "”：" + why,
                    Map.of("batch", String.valueOf(row.batch())));
        });
    }

    /** Sends back a row that had been taken, because it was found wrong afterwards. */
    void sendBack(Actor actor, UUID id, @Nullable String reason) {
        String why = reason(reason);
        transactions.executeWithoutResult(status -> {
            KeptRow row = rows.find(id)
                    .filter(found -> !found.outgoing())
                    .orElseThrow(() -> new Fault(FederationError.UNKNOWN_ROW));
            if (row.state() != KeptRow.State.TAKEN
                    || row.recordType().equals(ReturnTaker.TYPE)
                    || rows.returned(row.peer(), false, row.row().rowGuid()).isEmpty()) {
                throw new Fault(FederationError.NOT_RETURNABLE);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Abnormal abnormal = new Abnormal(
                    UUID.randomUUID(), row.row().rowGuid(), String.valueOf(row.batch()), "MANUAL", why, now);
            abnormals.insert(abnormal, row);
            batches.oneMoreAbnormal(row.peer(), false, abnormal.batch());
            outbox.put(new Federation.Outgoing(
                    row.peer(),
                    ReturnTaker.TYPE,
                    abnormal.rowGuid().toString(),
                    "异常回写 " + abnormal.batch(),
                    null,
                    content(abnormal)));
            told(
                    actor,
                    "federation.row.return",
                    row.id().toString(),
                    "退回批次 " + abnormal.batch() + " 的一行：" + why,
                    Map.of("batch", abnormal.batch()));
        });
    }

    private static Map<String, String> content(Abnormal abnormal) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("row_guid", abnormal.rowGuid().toString());
        content.put("table_row_guid", abnormal.tableRowGuid().toString());
        content.put("cd_batch", abnormal.batch());
        content.put("err_type", abnormal.errorType());
        content.put("err_message", abnormal.message());
        content.put("cd_time", abnormal.at().toString());
        return content;
    }

    private void told(Actor actor, String action, String subject, String summary, Map<String, ?> detail) {
        audit.record(actor, new AuditEvent(action, "federation.peer", subject, summary, detail));
    }

    private String code(@Nullable String given) {
        String code = plain(given);
        if (!code.matches("\\d{6}")) {
            throw Fault.at("/code", FederationError.BAD_CODE);
        }
        if (code.equals(instance.area())) {
            throw Fault.at("/code", FederationError.OURSELVES, code);
        }
        return code;
    }

    private static String text(String pointer, @Nullable String given) {
        if (given == null || given.isBlank() || given.length() > 100) {
            throw Fault.at(pointer, FederationError.MISSING_NAME);
        }
        return given.strip();
    }

    private static String reason(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > 500) {
            throw Fault.at("/reason", FederationError.MISSING_REASON);
        }
        return given.strip();
    }

    /** A fingerprint as people copy it, with blanks, colons or capitals. */
    private static String plain(@Nullable String given) {
        return given == null ? "" : given.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    }

    /** Contents travel as they are: only within one machine without TLS. */
    static URI address(@Nullable String given) {
        try {
            URI address = URI.create(given == null ? "" : given.strip().replaceAll("/+$", ""));
            boolean bare = Optional.ofNullable(address.getRawPath()).orElse("").isEmpty()
                    && address.getRawQuery() == null
                    && address.getRawUserInfo() == null;
            boolean safe = "https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && loopback(address.getHost());
            if (address.getHost() != null && bare && safe) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Told below, as any other.
        }
        throw Fault.at("/address", FederationError.BAD_ADDRESS, String.valueOf(given));
    }

    private static boolean loopback(@Nullable String host) {
        return host != null && host.matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");
    }

    /** A key with which nothing can be verified is of no use: better told now than with the first batch. */
    private static void demandSm2(X509Certificate certificate) {
        byte[] key = certificate.getPublicKey().getEncoded();
        // 1.2.156.10197.1.301, the curve of GB/T 32918.5.
        String hex = java.util.HexFormat.of().formatHex(key);
        if (!hex.contains("06082a811ccf5501822d")) {
            throw Fault.at("/certificate", FederationError.BAD_CERTIFICATE, "公钥不是 SM2");
        }
    }
}
