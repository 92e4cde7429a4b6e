package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.util.stream.Collectors;

/** Verifies the whole trail in the background (校验审计链), as {@link VerifyAuditCommand} does outside the server. */
final class VerifyWork implements LongWork {
    static final String KIND = "audit.verify";
    private static final int TOLD = 3;
    private final AuditVerifier verifier;

    VerifyWork(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        progress.say("正在逐条核对");
        AuditVerifier.Report report = verifier.verify(null);
        progress.total(report.events());
        progress.advance(report.events());
        progress.say(result(report));
    }

    static String result(AuditVerifier.Report report) {
        String read = "核对 " + report.events() + " 条、检查点 " + report.checkpoints() + " 个，";
        if (report.intact()) {
            return read + "未发现改动、删除、插入或乱序。链尾 " + report.head().position() + ":"
                    + report.head().hash();
        }
        return read + "发现 " + report.count() + " 处异常："
                + report.findings().stream()
                        .limit(TOLD)
                        .map(found -> found.kind().label() + "（" + found.place() + "）" + found.sentence())
                        .collect(Collectors.joining("；"))
                + "。请勿再改动数据库，立即报告安全管理员。";
    }
}
