package cn.gov.jiyuan.platform.keys;

import cn.gov.jiyuan.platform.keys.SecretStore.Purpose;
import cn.gov.jiyuan.platform.keys.SecretStore.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Unwraps secrets and makes new ones. Making happens in a transaction of its own: a secret in use must not vanish with
 * the caller's rollback.
 */
final class Secrets {
    private final SecretStore store;
    private final TransactionTemplate apart;
    private final Path masterFile;
    private final Clock clock;
    private volatile @Nullable MasterKey master;

    Secrets(SecretStore store, PlatformTransactionManager transactions, Path masterFile, Clock clock) {
        this.store = store;
        this.masterFile = masterFile;
        this.clock = clock;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    <T> T apart(Supplier<T> work) {
        return java.util.Objects.requireNonNull(apart.execute(status -> work.get()));
    }

    Optional<Opened> latest(String name) {
        return store.latest(name).map(this::open);
    }

    List<Opened> versions(String name) {
        return store.versions(name).stream().map(this::open).toList();
    }

    /** The latest version, made from {@code maker} if there is none. */
    Opened ensure(String name, Purpose purpose, Supplier<byte[]> maker) {
        Opened present = latest(name).orElse(null);
        if (present == null) {
            apart(() -> insert(name, 1, purpose, maker.get()));
            present = latest(name).orElseThrow();
        }
        if (present.purpose() != purpose) {
            throw new cn.gov.jiyuan.kernel.error.Fault(KeysError.WRONG_USE, name);
        }
        return present;
    }

    /** False if another node made this version first. Call inside {@link #apart}. */
    boolean insert(String name, int version, Purpose purpose, byte[] clear) {
        Secret wrapped = new Secret(name, version, purpose, master().wrap(name, version, clear));
        boolean made = store.insert(wrapped, clock.instant());
        if (made) {
            store.retireBefore(name, version, clock.instant());
        }
        return made;
    }

    private Opened open(Secret secret) {
        byte[] clear = master().unwrap(secret.name(), secret.version(), secret.wrapped());
        return new Opened(secret.version(), secret.purpose(), clear);
    }

    private MasterKey master() {
        MasterKey loaded = master;
        if (loaded == null) {
            loaded = MasterKey.load(masterFile, store.isEmpty());
            master = loaded;
        }
        return loaded;
    }

    /** One version of a secret in the clear; stays inside this package. */
    record Opened(int version, Purpose purpose, byte[] clear) {}
}
