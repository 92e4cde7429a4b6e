package cn.gov.jiyuan.platform.database;

/**
 * Work that no page waits for (后台工作): jobs, feeds, sweeps, heartbeats. It has connections set aside, so that a crowd in
 * front of the pages does not keep it from its work.
 */
public final class Background {
    private static final ScopedValue<Boolean> HERE = ScopedValue.newInstance();

    private Background() {}

    public static void run(Runnable work) {
        ScopedValue.where(HERE, true).run(work);
    }

    static boolean here() {
        return HERE.isBound();
    }
}
