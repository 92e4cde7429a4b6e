package cn.gov.jiyuan.bench;

import java.io.PrintStream;

/** One comparison, known by a name on the command line. */
interface Benchmark {
    void run(PrintStream out) throws Exception;
}
