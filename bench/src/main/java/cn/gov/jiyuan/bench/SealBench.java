package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.contracts.seals.SealKind;
import cn.gov.jiyuan.contracts.seals.UnitSeals;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.documents.DocumentVerifier;
import cn.gov.jiyuan.platform.documents.Fonts;
import cn.gov.jiyuan.platform.documents.Layout;
import cn.gov.jiyuan.platform.documents.Metadata;
import cn.gov.jiyuan.platform.documents.Notice;
import cn.gov.jiyuan.platform.documents.OfdDocuments;
import cn.gov.jiyuan.platform.documents.Verdict;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.parties.Units;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters rendered, sealed and verified per second of processor time, against bare SM2 signatures in the same run. */
final class SealBench implements Benchmark {
    private static final int LETTERS = 15;
    private static final int SIGNATURES = 200;
    private static final int ROUNDS = 5;

    @Override
    public void run(PrintStream out) throws Exception {
        try (RunningContext context = new RunningContext()) {
            DemoSources.load(context.beans(DemoSource.class), "DemoSeals");
            context.calm();
            UUID unit = context.bean(Units.class).offices().getFirst().id();
            TransactionTemplate transactions = context.transactions();
            UnitSeals seals = context.bean(UnitSeals.class);
            DocumentVerifier verifier = context.bean(DocumentVerifier.class);
            KeyVault vault = context.bean(KeyVault.class);
            byte[] plain = letter(context);
            byte[] sealed = seal(transactions, seals, unit, plain);
            if (verifier.verify(sealed).verdict() == Verdict.INVALID) {
                throw new IllegalStateException("own seal is invalid");
            }
            byte[] message = new byte[256];
            List<Spread> spreads = Spread.inTurns(
                    2,
                    ROUNDS,
                    () -> CpuTime.perSecond(LETTERS, () -> seal(transactions, seals, unit, letter(context))),
                    () -> CpuTime.perSecond(LETTERS, () -> verifier.verify(sealed)),
                    () -> CpuTime.perSecond(SIGNATURES, () -> vault.sign(KeyVault.AUDIT, message)));
            new ResultTable(
                            out,
                            "seals: render and seal an OFD letter",
                            "per CPU second",
                            "letter sealed",
                            spreads.get(0))
                    .peer("bare SM2 signature", spreads.get(2));
            new ResultTable(out, "seals: verify it in full", "per CPU second", "letter verified", spreads.get(1))
                    .peer("bare SM2 signature", spreads.get(2))
                    .note("file of " + sealed.length + " bytes, verdict "
                            + verifier.verify(sealed).verdict());
        }
    }

    private static byte[] letter(RunningContext context) {
        Layout layout = new Notice(
                        "济源市市场监督管理局",
                        "受理通知书",
                        "济市监受〔2026〕1 号",
                        "济源市某餐饮有限公司",
                        List.of("您提交的“食品经营许可（新办）”申请，材料齐全、符合法定形式，决定予以受理。", "可凭办件编号和查询码查询办理进度。"),
                        List.of(),
                        LocalDate.of(2026, 11, 22),
                        "http://localhost:8080/verify")
                .layout(context.bean(Fonts.class));
        Metadata metadata = new Metadata(
                UUID.randomUUID(), "济源市市场监督管理局", Instant.parse("2026-11-22T02:00:00Z"), Map.of("文书名称", "受理通知书"));
        return new OfdDocuments(context.bean(Fonts.class)).render(layout, metadata);
    }

    private static byte[] seal(TransactionTemplate transactions, UnitSeals seals, UUID unit, byte[] document) {
        UnitSeals.SealUse use = new UnitSeals.SealUse(unit, SealKind.APPROVAL, "受理通知书", UUID.randomUUID(), 0, 140, 200);
        return Objects.requireNonNull(transactions.execute(status -> seals.seal(Actor.SYSTEM, use, document)));
    }
}
