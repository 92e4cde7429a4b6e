package cn.gov.jiyuan.server;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.database.Command;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The sub-commands of {@code ./jiyuan} that run without the web server (命令行). */
final class CommandLine {
    private CommandLine() {}

    /** Runs the command that the first argument names; empty if it names none, so that the platform is to start. */
    static OptionalInt run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
            return OptionalInt.empty();
        }
        List<Command> commands = ServiceLoader.load(Command.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Command::name))
                .toList();
        return OptionalInt.of(commands.stream()
                .filter(command -> command.name().equals(arguments.getFirst()))
                .findFirst()
                .map(command -> run(command, arguments.subList(1, arguments.size()), out))
                .orElseGet(() -> unknown(arguments.getFirst(), commands, out)));
    }

    private static int run(Command command, List<String> arguments, PrintStream out) {
        LoggingSystem.get(CommandLine.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        try {
            return command.run(arguments, JiyuanHome.of(System.getenv("JIYUAN_HOME")), out);
        } catch (Fault e) {
            out.println(FaultText.of(e));
            return 1;
        } catch (Exception e) {
            out.println("命令未完成：" + e);
            return 1;
        }
    }

    private static int unknown(String name, List<Command> commands, PrintStream out) {
        out.println(
                "没有命令 " + name + "，现有：" + commands.stream().map(Command::name).collect(Collectors.joining("、")));
        return 2;
    }
}
