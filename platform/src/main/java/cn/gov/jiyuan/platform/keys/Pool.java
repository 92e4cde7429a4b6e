package cn.gov.jiyuan.platform.keys;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Initialised crypto engines, lent to one caller at a time. Not per thread: virtual threads are many and short-lived. */
final class Pool<T> {
    private final ConcurrentLinkedQueue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    Pool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** An engine that fails is not used again: its state is unknown. */
    <R> R with(Function<T, R> work) {
        T engine = idle.poll();
        if (engine == null) {
            engine = maker.get();
        }
        R result = work.apply(engine);
        idle.offer(engine);
        return result;
    }
}
