package cn.gov.jiyuan.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * Processor time (处理器时间), user and system, which a busy machine disturbs less than it disturbs the clock. Taken from
 * the operating system.
 *
 * @param program seconds of the program
 * @param database seconds of what it started: the database server with those of its backends that live
 */
record CpuTime(double program, double database) {
    /** What is done once. */
    interface Work {
        void once() throws Exception;
    }

    /** What a process and its children have used so far. */
    static CpuTime of(ProcessHandle process) {
        return new CpuTime(
                seconds(process),
                process.descendants().mapToDouble(CpuTime::seconds).sum());
    }

    /** Of this program. */
    static CpuTime now() {
        return of(ProcessHandle.current());
    }

    CpuTime since(CpuTime begin) {
        return new CpuTime(program - begin.program, database - begin.database);
    }

    double whole() {
        return program + database;
    }

    String text() {
        return String.format(Locale.ROOT, "CPU %.2f s program, %.2f s database", program, database);
    }

    /** How often the work is done per second of the calling thread; without the threads of compiler and collector. */
    static double perSecond(int times, Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.once();
        }
        return times * 1e9 / (threads.getCurrentThreadCpuTime() - begun);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }
}
