package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Sm3;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the log of calls. Whoever calls waits until his line is safe, before he gets an answer; lines that wait together
 * are written together, in one transaction, which is also one link of this node's chain. A link is signed every second,
 * and vouches for those before it; the audit trail knows the chains of each day.
 */
@Component
class Journal implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int MOST = 256;
    private static final long SIGN_EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final long ANCHOR_EVERY = TimeUnit.HOURS.toNanos(1);

    private final CallStore store;
    private final GrantStore grants;
    private final DemandStore demands;
    private final KeyVault vault;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final LinkedBlockingQueue<Line> waiting = new LinkedBlockingQueue<>();
    private final UUID chain = UUID.randomUUID();

    private byte[] head = new byte[Sm3.LENGTH];
    private long sequence;
    private boolean unsigned;
    private long signedAt;
    private long anchoredAt;
    private volatile boolean running;
    private @Nullable Thread writer;

    Journal(
            CallStore store,
            GrantStore grants,
            DemandStore demands,
            KeyVault vault,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.grants = grants;
        this.demands = demands;
        this.vault = vault;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Line(Call call, CompletableFuture<Boolean> safe) {}

    /** Waits until the line is safe. @return false if its nonce was used before; then nothing was written */
    boolean write(Call call) {
        Line line = new Line(call, new CompletableFuture<>());
        waiting.add(line);
        if (!running) {
            flush();
        }
        try {
            return line.safe().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the log of calls could not be written", e.getCause());
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        writer = Thread.ofPlatform().daemon().name("share-journal").start(this::work);
    }

    private void work() {
        while (running || !waiting.isEmpty()) {
            try {
                Line first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    signIfDue();
                } else {
                    List<Line> lines = new ArrayList<>(List.of(first));
                    waiting.drainTo(lines, MOST - 1);
                    keep(lines);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the log of calls cannot be signed", e);
            }
        }
    }

    private void flush() {
        List<Line> lines = new ArrayList<>();
        waiting.drainTo(lines);
        if (!lines.isEmpty()) {
            keep(lines);
        }
    }

    private synchronized void keep(List<Line> lines) {
        try {
            List<Call> calls = lines.stream().map(Line::call).toList();
            boolean[] written = transactions.execute(status -> link(calls));
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i).safe().complete(written != null && written[i]);
            }
        } catch (RuntimeException e) {
            lines.forEach(line -> line.safe().completeExceptionally(e));
        }
    }

    private boolean[] link(List<Call> calls) {
        long next = sequence + 1;
        boolean[] written = store.insert(calls, chain, next);
        Map<UUID, byte[]> digests = new LinkedHashMap<>();
        List<UUID> first = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            Call call = calls.get(i);
            if (written[i]) {
                digests.put(call.id(), CallDigest.of(call));
                if (call.first() && call.grantId() != null) {
                    first.add(call.grantId());
                }
            }
        }
        if (!digests.isEmpty()) {
            chain(next, digests);
        }
        if (!first.isEmpty()) {
            demands.met(grants.succeeded(first, clock.instant()), clock.instant());
        }
        return written;
    }

    private void chain(long next, Map<UUID, byte[]> digests) {
        byte[] hash = CallDigest.link(head, chain, next, digests);
        boolean due = System.nanoTime() - signedAt > SIGN_EVERY;
        byte[] signature = due ? vault.sign(KeyVault.AUDIT, hash) : null;
        store.seal(new CallStore.Seal(chain, next, clock.instant(), digests.size(), head, hash, signature));
        if (due && System.nanoTime() - anchoredAt > ANCHOR_EVERY) {
            anchor(next, hash);
        }
        head = hash;
        sequence = next;
        unsigned = !due;
        signedAt = due ? System.nanoTime() : signedAt;
    }

    private void anchor(long at, byte[] hash) {
        audit.record(
                Actor.SYSTEM,
                new AuditEvent(
                        "exchange.call.anchor",
                        "exchange.call-chain",
                        chain.toString(),
                        "共享调用日志的链到第 " + at + " 节",
                        Map.of("sequence", at, "hash", HexFormat.of().formatHex(hash))));
        anchoredAt = System.nanoTime();
    }

    private synchronized void signIfDue() {
        if (unsigned && System.nanoTime() - signedAt > SIGN_EVERY) {
            store.sign(chain, sequence, vault.sign(KeyVault.AUDIT, head));
            unsigned = false;
            signedAt = System.nanoTime();
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = writer;
        if (thread != null) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            if (unsigned) {
                store.sign(chain, sequence, vault.sign(KeyVault.AUDIT, head));
                unsigned = false;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
