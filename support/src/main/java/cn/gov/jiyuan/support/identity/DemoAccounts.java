package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts for everybody in the demonstration, all with one password; the guided tour's are shown on the login page. */
@Component
final class DemoAccounts implements DemoSource {
    static final String PASSWORD = "Jiyuan-2026";
    private static final Map<String, String> NOTES = Map.ofEntries(
            Map.entry("clerk", "市场监管局窗口：收件、受理"),
            Map.entry("reviewer", "市场监管局许可科：审查"),
            Map.entry("approver", "市场监管局许可科：决定、制证、送达"),
            Map.entry("clerk2", "兼任窗口与审批：可验证“受理与审批不得同一人”"),
            Map.entry("steward", "市场监管局：编制事项"),
            Map.entry("lawyer", "司法局：法制审核事项"),
            Map.entry("publisher", "政数局：发布事项"),
            Map.entry("sealer", "市场监管局：印章管理"),
            Map.entry("overseer", "政数局：电子监察"),
            Map.entry("leader", "示范区分管领导"),
            Map.entry("personnel", "示范区：人事管理（入职、调动、离职）"),
            Map.entry("datamanager", "政数局：数据资源目录审核、共享授权"),
            Map.entry("datasteward", "市场监管局：编制目录、答复申请、整改质量问题"),
            Map.entry("admin", "系统管理员"),
            Map.entry("security", "安全管理员"),
            Map.entry("auditor", "审计员"));

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoAccounts(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.dataSource = dataSource;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int order() {
        return 21;
    }

    @Override
    public String title() {
        return "登录账号";
    }

    @Override
    public boolean suits(Instance.Level level) {
        return true;
    }

    @Override
    public void load(Progress progress) {
        Instant now = clock.instant();
        String hash = SignIn.PASSWORDS.encode(PASSWORD);
        Map<UUID, DemoStaff.Official> staff = new HashMap<>();
        DemoStaff.all().forEach(official -> staff.put(official.id(), official));
        UUID owner = DemoPopulation.firm(0).representative().id();
        transactions.executeWithoutResult(status -> {
            new JdbcTemplate(dataSource).update("delete from identity.account where is_demo");
            try (BulkWriter out = new BulkWriter(
                    dataSource,
                    "identity.account (person_id, login_name, password_hash, note, tour, is_demo, opened_at)")) {
                for (int i = 0; i < DemoPopulation.CITIZENS; i++) {
                    UUID id = DemoPopulation.citizen(i).id();
                    DemoStaff.Official official = staff.get(id);
                    if (official != null) {
                        out.row(id, official.login(), hash, NOTES.getOrDefault(official.login(), ""), 2, true, now);
                    } else if (id.equals(owner)) {
                        out.row(
                                id,
                                "owner",
                                hash,
                                "企业法定代表人（" + DemoPopulation.firm(0).name() + "）",
                                1,
                                true,
                                now);
                    } else {
                        String note = switch (i) {
                            case 0 -> "自然人（可代他人办事，有一份已到期的授权）";
                            case DemoPopulation.MOTHER -> "未成年人的监护人";
                            default -> "";
                        };
                        out.row(id, i == 0 ? "citizen" : "citizen" + i, hash, note, 0, true, now);
                    }
                }
                out.end();
            }
        });
    }
}
