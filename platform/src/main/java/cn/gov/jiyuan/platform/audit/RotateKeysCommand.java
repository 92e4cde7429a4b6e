package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.Command;
import cn.gov.jiyuan.platform.database.Database;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.jobs.Era;
import cn.gov.jiyuan.platform.keys.Keys;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ./jiyuan rotate-keys}: a new key for personal columns (密钥轮换), while the platform may run. It lies here, not with the
 * keys, because the change has to be recorded.
 */
public final class RotateKeysCommand implements Command {
    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public int run(List<String> arguments, JiyuanHome home, PrintStream out) {
        if (!arguments.isEmpty()) {
            out.println("用法：./jiyuan rotate-keys");
            return 2;
        }
        try (Database database = Database.forCommand(home)) {
            out.printf("个人信息加密密钥已更换为第 %d 版。运行中的平台一分钟内改用新密钥，已有数据仍可读取。%n", rotate(database.dataSource(), home));
            return 0;
        }
    }

    private static int rotate(DataSource dataSource, JiyuanHome home) {
        Clock clock = Clock.systemUTC();
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        Keys keys = Keys.open(JdbcClient.create(dataSource), manager, home.place(JiyuanHome.Part.MASTER_KEY), clock);
        Audit audit = new AuditWriter(new EventStore(dataSource, new Era(dataSource), keys.vault()), clock);
        return Objects.requireNonNull(new TransactionTemplate(manager).execute(status -> {
            int version = keys.rotation().rotate();
            audit.record(
                    Actor.SYSTEM,
                    new AuditEvent(
                            "keys.rotate",
                            "key",
                            "personal",
                            "个人信息加密密钥更换为第 " + version + " 版",
                            Map.of("version", version)));
            return version;
        }));
    }
}
