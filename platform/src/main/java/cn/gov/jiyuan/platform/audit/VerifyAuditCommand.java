package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.database.Command;
import cn.gov.jiyuan.platform.database.Database;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Keys;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** {@code ./jiyuan verify-audit [位置:链值]}: verifies the whole trail, against a chain value noted earlier if given. */
public final class VerifyAuditCommand implements Command {
    private static final Pattern ANCHOR = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public int run(List<String> arguments, JiyuanHome home, PrintStream out) {
        Matcher anchor = ANCHOR.matcher(arguments.isEmpty() ? "" : arguments.getFirst());
        if (arguments.size() > 1 || (arguments.size() == 1 && !anchor.matches())) {
            out.println("用法：./jiyuan verify-audit [位置:链值]");
            return 2;
        }
        try (Database database = Database.forCommand(home)) {
            AuditVerifier verifier = new ChainVerifier(database.dataSource(), vault(database.dataSource(), home));
            AuditVerifier.Report report = verifier.verify(
                    arguments.isEmpty()
                            ? null
                            : new AuditVerifier.Anchor(Long.parseLong(anchor.group(1)), anchor.group(2)));
            return print(report, out);
        }
    }

    private static KeyVault vault(DataSource dataSource, JiyuanHome home) {
        return Keys.open(
                        JdbcClient.create(dataSource),
                        new JdbcTransactionManager(dataSource),
                        home.place(JiyuanHome.Part.MASTER_KEY),
                        Clock.systemUTC())
                .vault();
    }

    static int print(AuditVerifier.Report report, PrintStream out) {
        out.printf("审计事件 %d 条，已入链 %d 条，检查点 %d 个。%n", report.events(), report.linked(), report.checkpoints());
        report.findings()
                .forEach(found -> out.printf("  %s：%s——%s%n", found.kind().label(), found.place(), found.sentence()));
        if (report.intact()) {
            out.printf(
                    "未发现改动、删除、插入或乱序。链尾 %d:%s%n",
                    report.head().position(), report.head().hash());
            out.println("请将链尾抄存于系统之外；下次校验时附上，可发现链尾被整体截去。");
            return 0;
        }
        out.printf("共发现 %d 处异常。请勿再改动数据库，立即报告安全管理员。%n", report.count());
        return 1;
    }
}
