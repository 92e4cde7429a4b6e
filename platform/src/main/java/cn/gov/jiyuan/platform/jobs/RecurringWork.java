package cn.gov.jiyuan.platform.jobs;

import java.time.Duration;

/** Work that recurs while the application runs; a bean of this type is run by the engine, on one node at a time if leased. */
public interface RecurringWork {
    /** Unique name, also the name of the lease. */
    String name();

    /** Pause between two runs. */
    Duration pause();

    /** Does one bounded portion. @return true if there is more to do at once */
    boolean run();

    /** False if every node does it for itself. */
    default boolean leased() {
        return true;
    }
}
