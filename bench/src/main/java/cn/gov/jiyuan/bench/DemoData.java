package cn.gov.jiyuan.bench;

import java.io.IOException;
import java.time.Duration;

/** Waits until the people and items of the demonstration are there. */
public final class DemoData {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private DemoData() {}

    /** Asks as anybody would: by trying to log in. */
    public static void await(PlatformProcess platform) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            try {
                new Visitor(platform.address()).signIn("owner", LicenceStory.PASSWORD, true);
                return;
            } catch (IllegalStateException notYet) {
                Thread.sleep(500);
            }
        }
        throw new IllegalStateException("no demo accounts within " + PATIENCE + ":\n" + platform.endOfLog());
    }
}
