package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.jobs.Era;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.VaultSigner;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links settled events into the chain and signs checkpoints. It is leased; should two ever run at once, the gapless
 * position lets only one of them commit.
 */
final class Sealer implements RecurringWork {
    private static final int BATCH = 1000;
    private static final Duration SIGN_EVERY = Duration.ofMinutes(1);
    private final ChainStore chain;
    private final Era era;
    private final KeyVault vault;
    private final TransactionOperations transactions;
    private final Clock clock;

    Sealer(ChainStore chain, Era era, KeyVault vault, TransactionOperations transactions, Clock clock) {
        this.chain = chain;
        this.era = era;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit.sealer";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean run() {
        return Boolean.TRUE.equals(transactions.execute(status -> seal()));
    }

    private boolean seal() {
        Link last = chain.last();
        List<Event> events = chain.settledAfter(last.place(), era.number(), BATCH);
        List<Link> links = new ArrayList<>(events.size());
        for (Event event : events) {
            last = new Link(last.position() + 1, event.place(), Chain.next(last.hash(), event.canonical()));
            links.add(last);
        }
        if (!links.isEmpty()) {
            chain.append(links);
        }
        signWhenDue(last);
        return events.size() == BATCH;
    }

    private void signWhenDue(Link last) {
        ChainStore.Sealed sealed = chain.lastSealed();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long waiting = last.position() - sealed.position();
        if (waiting >= BATCH || (waiting > 0 && sealed.at().plus(SIGN_EVERY).isBefore(now))) {
            Checkpoint checkpoint = new Checkpoint(sealed.position() + 1, last.position(), last.hash(), now);
            sign(checkpoint, vault.signer(KeyVault.AUDIT));
        }
    }

    private void sign(Checkpoint checkpoint, VaultSigner signer) {
        try {
            chain.append(checkpoint, signer.certificate().getEncoded(), signer.sign(checkpoint.canonical()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
