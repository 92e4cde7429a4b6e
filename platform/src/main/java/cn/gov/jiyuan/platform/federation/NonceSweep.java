package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;

/** Forgets nonces that no request in the window can bear any more. */
final class NonceSweep implements RecurringWork {
    private final PeerStore peers;
    private final Duration window;
    private final Clock clock;

    NonceSweep(PeerStore peers, Duration window, Clock clock) {
        this.peers = peers;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "federation.nonces";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        peers.forgetNonces(clock.instant().minus(window.multipliedBy(3)));
        return false;
    }
}
