package cn.gov.jiyuan.hubspark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** The masters that an address names, {@code spark://a:7077,b:7077}; one of them leads, the others stand by. */
record Masters(List<InetSocketAddress> places) {
    private static final String SCHEME = "spark://";
    private static final int PATIENCE = 5_000;

    /** @return no masters for {@code local[2]} and other addresses that are no cluster of Spark's own */
    static Masters of(String address) {
        if (!address.startsWith(SCHEME)) {
            return new Masters(List.of());
        }
        return new Masters(Arrays.stream(address.substring(SCHEME.length()).split(",", -1))
                .map(one -> URI.create(SCHEME + one))
                .map(one -> new InetSocketAddress(one.getHost(), one.getPort()))
                .toList());
    }

    /** Whether nobody listens there. Spark itself would try for a minute and then stop in disorder. */
    boolean silent() {
        return !places.isEmpty() && places.stream().noneMatch(Masters::listens);
    }

    private static boolean listens(InetSocketAddress place) {
        try (Socket socket = new Socket()) {
            socket.connect(place, PATIENCE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
