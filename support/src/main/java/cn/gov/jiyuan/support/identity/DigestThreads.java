package cn.gov.jiyuan.support.identity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Digests passwords on a few threads of their own (口令摘要). A digest takes a processor for tens of milliseconds on purpose. On
 * the virtual threads of requests nothing interrupts it: a hundred people who log in at once would keep everybody else from
 * the processors, those with a database connection in their hands too.
 */
final class DigestThreads implements PasswordEncoder {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final PasswordEncoder encoder;
    private final Executor threads;

    DigestThreads(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.threads = workers();
    }

    private static ExecutorService workers() {
        return Executors.newFixedThreadPool(
                THREADS,
                work -> Thread.ofPlatform().daemon().name("password-digest").unstarted(work));
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return done(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String digest) {
        return done(() -> encoder.matches(password, digest));
    }

    private <T extends @Nullable Object> T done(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw e;
        }
    }
}
