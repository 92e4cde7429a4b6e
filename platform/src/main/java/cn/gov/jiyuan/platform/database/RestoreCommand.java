package cn.gov.jiyuan.platform.database;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code ./jiyuan restore FILE}. */
public final class RestoreCommand implements Command {
    @Override
    public String name() {
        return "restore";
    }

    @Override
    public int run(List<String> arguments, JiyuanHome home, PrintStream out) {
        if (arguments.size() != 1) {
            out.println("用法：JIYUAN_HOME=空目录 ./jiyuan restore 文件名.tar.gz");
            return 2;
        }
        DatabaseCheck check = new Restore(home).from(Path.of(arguments.getFirst()));
        out.println("已恢复到 " + home.root() + "，全部文件摘要相符。");
        if (check == null) {
            out.println("此备份不含数据库（原平台使用外部数据库），请另行恢复数据库。");
        } else {
            out.println("数据库已试启动：%d 个模块，逐页校验 %d 张表、%d 个索引，未发现损坏。"
                    .formatted(check.schemas(), check.tables(), check.indexes()));
        }
        out.println("索引将在下次启动时重建。审计链请用 ./jiyuan verify-audit 核验。");
        return 0;
    }
}
