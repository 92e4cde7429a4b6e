package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.bench.ofdrw.Ofdrw;
import cn.gov.jiyuan.platform.documents.DocumentVerifier;
import cn.gov.jiyuan.platform.documents.Fonts;
import cn.gov.jiyuan.platform.documents.Layout;
import cn.gov.jiyuan.platform.documents.LicenceSheet;
import cn.gov.jiyuan.platform.documents.Metadata;
import cn.gov.jiyuan.platform.documents.SealBlob;
import cn.gov.jiyuan.platform.documents.SealKind;
import cn.gov.jiyuan.platform.documents.SealRequest;
import cn.gov.jiyuan.platform.documents.Seals;
import cn.gov.jiyuan.platform.documents.Trust;
import cn.gov.jiyuan.platform.documents.Verdict;
import cn.gov.jiyuan.platform.documents.VerificationReport;
import cn.gov.jiyuan.platform.keys.Keys;
import cn.gov.jiyuan.platform.keys.VaultSigner;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Licences issued and verified per second of processor time, against ofdrw with the same face, seal, certificate and
 * key. Each licence is another one: its firm, number and address change, and so do its QR code and its fonts.
 */
final class LicenceBench implements Benchmark {
    private static final int ISSUED = 60;
    private static final int VERIFIED = 80;
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 5;
    private static final String UNIT = "济源市市场监督管理局";
    private static final String METADATA = "<metadata><field name=\"证照编号\">JY24108810012345</field></metadata>";
    private static final List<String> FIRMS = List.of(
            "济源市沁园街道老张面馆", "济源市轵城镇玉泉饭庄", "河南王屋山泉饮品有限公司", "济源市承留镇惠民超市", "济源市五龙口镇好再来小吃店", "济源市思礼镇卢仝茶社", "济源市梨林镇丰收粮油店");

    private final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    private final Fonts fonts = Fonts.find(Path.of("no-fonts-of-our-own"));
    private final Ofdrw ofdrw = Ofdrw.load();
    private int number;

    @Override
    public void run(PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("jiyuan-bench-");
        try (BenchDatabase database = new BenchDatabase()) {
            Keys keys = Keys.open(
                    JdbcClient.create(database.dataSource()),
                    new JdbcTransactionManager(database.dataSource()),
                    folder.resolve("master.key"),
                    clock);
            Seals seals = new Seals(
                    keys.vault(), keys.authority(), fonts, clock, "2.25.147695783586847960103694773497291600534");
            SealBlob seal = seals.make(request(clock.instant()));
            VaultSigner signer = keys.vault().signer(seal.signerKey());
            Ofdrw.Signer foreign = new Ofdrw.Signer(seal.der(), signer.certificate(), signer::sign);
            DocumentVerifier verifier = new DocumentVerifier(Trust.of(keys.authority()), clock);
            Path fields = Files.writeString(folder.resolve("metadata.xml"), METADATA);
            Work ours = () -> seals.issue(face(), metadata(), seal, "颁发");
            Work theirs = () -> ofdrw.issue(face(), fields, foreign);
            byte[] sample = ours.once();
            String checks = judge(verifier, sample, theirs.once());
            out.printf("%nlicences: the same face, seal, certificate and key; %s%n", settings());
            issue(out, ours, theirs, () -> signer.sign(sample));
            verify(out, verifier, sample, checks);
        } finally {
            BenchDatabase.delete(folder);
        }
    }

    private static void issue(PrintStream out, Work ours, Work theirs, Work signature) throws Exception {
        List<Spread> spreads = Spread.inTurns(
                WARM_UP,
                ROUNDS,
                () -> CpuTime.perSecond(ISSUED, ours::once),
                () -> CpuTime.perSecond(ISSUED, theirs::once),
                () -> CpuTime.perSecond(ISSUED, signature::once));
        double times = spreads.get(0).median() / spreads.get(1).median();
        new ResultTable(out, "licences: issue an OFD licence", "per CPU second", "ours", spreads.get(0))
                .peer("ofdrw", spreads.get(1))
                .peer("bare SM2 signature of our vault", spreads.get(2))
                .note("ours: fonts subset and embedded, SM2 time stamp; ofdrw: fonts only named, no time stamp")
                .goal("签发不低于 ofdrw 的 4 倍", times, times >= 4);
    }

    private void verify(PrintStream out, DocumentVerifier verifier, byte[] file, String checks) throws Exception {
        List<Spread> spreads = Spread.inTurns(
                WARM_UP,
                ROUNDS,
                () -> CpuTime.perSecond(VERIFIED, () -> verifier.verify(file)),
                () -> CpuTime.perSecond(VERIFIED, () -> ofdrw.verify(file)));
        double times = spreads.get(0).median() / spreads.get(1).median();
        new ResultTable(out, "licences: verify the same sealed licence", "per CPU second", "ours", spreads.get(0))
                .peer("ofdrw", spreads.get(1))
                .note("file of " + file.length + " bytes; ours checks " + checks)
                .note("ofdrw checks: digest of each part, digest of the description, signer's signature; nothing else")
                .goal("核验不低于 ofdrw 的 8 倍", times, times >= 8);
    }

    /** Both must find good what both made, and bad what was changed; else their speed means nothing. */
    private String judge(DocumentVerifier verifier, byte[] ours, byte[] theirs) throws Exception {
        VerificationReport report = verifier.verify(ours);
        if (report.verdict() != Verdict.VALID || verifier.verify(theirs).verdict() != Verdict.VALID) {
            throw new IllegalStateException("not valid: " + report + verifier.verify(theirs));
        }
        ofdrw.verify(ours);
        ofdrw.verify(theirs);
        return report.signatures().getFirst().checks().stream()
                .map(check -> check.check().name())
                .toList()
                .toString();
    }

    private Layout face() {
        int n = number++;
        return new LicenceSheet(
                        "食品经营许可证",
                        "正本",
                        List.of(
                                new LicenceSheet.Field("经营者名称", FIRMS.get(n % FIRMS.size())),
                                new LicenceSheet.Field("统一社会信用代码", "92410881MA45XK3R2P"),
                                new LicenceSheet.Field("法定代表人", "张三"),
                                new LicenceSheet.Field("住所", "河南省济源市沁园街道沁园中路 " + n + " 号"),
                                new LicenceSheet.Field("经营场所", "河南省济源市沁园街道沁园中路 " + n + " 号一层 3 号商铺"),
                                new LicenceSheet.Field("主体业态", "餐饮服务经营者（小型餐饮）"),
                                new LicenceSheet.Field("经营项目", "热食类食品制售，冷食类食品制售（含冷加工糕点，不含裱花蛋糕），自制饮品制售（不含使用压力容器制作饮品）"),
                                new LicenceSheet.Field("许可证编号", "JY2410881" + (1_000_000 + n)),
                                new LicenceSheet.Field("有效期限", "2026 年 11 月 22 日至 2031 年 11 月 21 日")),
                        UNIT,
                        LocalDate.of(2026, 11, 22),
                        "1.2.156.3005.2.11100000MB0341032Y002.11410881005772234J.2026000012.001.7",
                        "https://zwfw.example/v/0193a1f2c4d87b3e" + (1_000_000 + n))
                .layout(fonts);
    }

    private static Metadata metadata() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("证照编号", "JY24108810012345");
        fields.put("持证主体", "济源市沁园街道老张面馆");
        return new Metadata(UUID.randomUUID(), UNIT, Instant.parse("2026-11-22T02:00:00Z"), fields);
    }

    private static SealRequest request(Instant now) {
        return new SealRequest(
                "41088100000001",
                UNIT + "公章",
                SealKind.OFFICIAL,
                UNIT,
                "11410881005772234J",
                "seal/market",
                now.minusSeconds(60),
                now.plus(Duration.ofDays(1000)));
    }

    private static String settings() {
        return "processor time of the working thread, " + ROUNDS + " rounds after " + WARM_UP + " of warm-up";
    }

    /** One licence made or checked. */
    private interface Work {
        byte[] once() throws Exception;
    }
}
