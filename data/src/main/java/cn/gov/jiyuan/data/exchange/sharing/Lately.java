package cn.gov.jiyuan.data.exchange.sharing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read at most a second ago (近读), so that a thousand calls a second ask the database once. A change made on any
 * node is seen by all within that second.
 *
 * @param <V> kept by this key; what is not there is asked for each time
 */
final class Lately<V> {
    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final int MOST = 10_000;

    private final Function<String, Optional<V>> reader;
    private final Map<String, Known<V>> known = new ConcurrentHashMap<>();

    Lately(Function<String, Optional<V>> reader) {
        this.reader = reader;
    }

    private record Known<V>(V value, long at) {
        boolean fresh() {
            return System.nanoTime() - at < FRESH_NANOS;
        }
    }

    Optional<V> of(String key) {
        Known<V> last = known.get(key);
        if (last != null && last.fresh()) {
            return Optional.of(last.value());
        }
        long begun = System.nanoTime();
        Optional<V> found = reader.apply(key);
        if (known.size() >= MOST) {
            known.values().removeIf(one -> !one.fresh());
        }
        found.ifPresentOrElse(value -> known.put(key, new Known<>(value, begun)), () -> known.remove(key));
        return found;
    }

    void forget(String key) {
        known.remove(key);
    }
}
