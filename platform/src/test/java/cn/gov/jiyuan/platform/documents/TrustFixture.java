package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.keys.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A vault, a seal and a verifier that trusts them. */
final class TrustFixture implements AutoCloseable {
    final TestDatabase database = TestPostgres.fresh();
    final Clock clock;
    final Keys keys;
    final Seals seals;
    final SealBlob seal;
    final DocumentVerifier verifier;

    TrustFixture() {
        this(Clock.systemDefaultZone());
    }

    TrustFixture(Clock clock) {
        this.clock = clock;
        try {
            keys = Keys.open(
                    database.jdbc(),
                    database.transactionManager(),
                    Files.createTempDirectory("keys").resolve("master.key"),
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        seals = new Seals(keys.vault(), keys.authority(), Samples.FONTS, clock, DocumentsSettings.TEST_POLICY);
        seal = seals.make(request("seal/market", clock.instant().minusSeconds(60), Duration.ofDays(1000)));
        verifier = verifierAt(clock);
    }

    DocumentVerifier verifierAt(Clock other) {
        return new DocumentVerifier(Trust.of(keys.authority()), other);
    }

    Seals sealsAt(Clock other) {
        return new Seals(keys.vault(), keys.authority(), Samples.FONTS, other, DocumentsSettings.TEST_POLICY);
    }

    static SealRequest request(String key, Instant from, Duration life) {
        return new SealRequest(
                "41088100000001",
                Samples.UNIT + "公章",
                SealKind.OFFICIAL,
                Samples.UNIT,
                "11410881005772234J",
                key,
                from,
                from.plus(life));
    }

    byte[] sealedNotice() {
        return seals.issue(Samples.acceptance().layout(Samples.FONTS), Samples.metadata(), seal, "受理");
    }

    @Override
    public void close() {
        database.close();
    }
}
