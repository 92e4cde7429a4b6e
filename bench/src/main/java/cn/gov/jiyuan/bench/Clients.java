package cn.gov.jiyuan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Clients that share a number of calls, four where nobody says otherwise. */
final class Clients {
    private static final int CLIENTS = 4;

    private Clients() {}

    /** Calls per second. */
    static double perSecond(int calls, IntConsumer call) throws Exception {
        return perSecond(CLIENTS, calls, call);
    }

    static double perSecond(int count, int calls, IntConsumer call) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        try (ExecutorService clients = Executors.newFixedThreadPool(count)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int client = 0; client < count; client++) {
                ends.add(clients.submit(() -> {
                    for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                        call.accept(i);
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        return calls * 1e9 / (System.nanoTime() - begun);
    }
}
