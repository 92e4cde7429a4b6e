package cn.gov.jiyuan.platform.database;

import java.io.PrintStream;
import java.util.List;

/**
 * A sub-command of {@code ./jiyuan} that runs without the web server (命令). Implementations are found by {@link
 * java.util.ServiceLoader}; those that need the database open it by {@link Database#forCommand}. A {@link
 * cn.gov.jiyuan.kernel.error.Fault} is shown as its message and ends the program with 1.
 */
public interface Command {
    /** The word after {@code ./jiyuan}. */
    String name();

    /**
     * Does the work.
     *
     * @param arguments what follows the name
     * @return the exit code of the program: 0 done, 1 refused or failed, 2 wrongly called
     */
    int run(List<String> arguments, JiyuanHome home, PrintStream out) throws Exception;
}
