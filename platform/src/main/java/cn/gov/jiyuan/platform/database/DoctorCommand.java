package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** {@code ./jiyuan doctor}, the part that looks at home and database; it starts nothing. */
public final class DoctorCommand implements Command {
    private static final long ROOM = 5_000_000_000L;

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public int run(List<String> arguments, JiyuanHome home, PrintStream out) throws IOException {
        boolean writable = Files.isWritable(home.root());
        long free = Files.getFileStore(home.root()).getUsableSpace();
        tell(out, writable, "数据目录 " + home.root(), writable ? "可写" : "不可写，请更改权限或另设 JIYUAN_HOME");
        tell(
                out,
                free >= ROOM,
                "磁盘空间",
                String.format(Locale.ROOT, "剩余 %.1f GB", free / 1e9) + (free >= ROOM ? "" : "，建议至少 5 GB"));
        return database(home, out) && writable ? 0 : 1;
    }

    private static boolean database(JiyuanHome home, PrintStream out) {
        if (!DatabaseProperties.ofEnvironment().external() && !HomeLock.taken(home.postgres())) {
            String means = switch (Guard.ofThisMachine()) {
                case PLAIN -> "可启动（缺 setpriv：进程被强制结束后数据库由下次启动接管）";
                case PLAIN_DYING_WITH_PARENT, USER_NAMESPACE -> "可启动";
                case NOBODY -> "可启动（以 nobody 身份，数据目录及其上级须允许其他用户进入）";
            };
            tell(out, true, "内置数据库", "未运行，" + means);
            return true;
        }
        try (Database database = Database.forCommand(home)) {
            tell(out, true, "数据库", "运行中，" + database.schemas().size() + " 个模块");
            return true;
        } catch (Fault e) {
            tell(out, false, "数据库", e.code().code() + " " + e.arguments());
            return false;
        }
    }

    private static void tell(PrintStream out, boolean good, String what, String state) {
        out.println((good ? "  [有] " : "  [缺] ") + what + "：" + state);
    }
}
