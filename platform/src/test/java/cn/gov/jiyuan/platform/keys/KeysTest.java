package cn.gov.jiyuan.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.keys.KeyRotation.SealedColumn;
import cn.gov.jiyuan.platform.keys.KeyRotation.SealedValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final String COLUMN = "parties.person.id_number";
    private static final String NUMBER = "11010519491231002X";
    private static final byte[] MESSAGE = "受理通知书".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    private final TestDatabase database = TestPostgres.fresh();
    private final UUID row = Ids.next();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aPersonalValueOpensOnTheOtherNodeToo() {
        byte[] sealed = aNode().cipher().seal(COLUMN, row, NUMBER);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER);
        assertThat(aNode().cipher().open(COLUMN, row, sealed)).isEqualTo(NUMBER);
    }

    @Test
    void aValueMovedToAnotherRowOrColumnOrChangedIsRefused() {
        PersonalCipher cipher = aNode().cipher();
        byte[] sealed = cipher.seal(COLUMN, row, NUMBER);
        byte[] changed = sealed.clone();
        changed[20] ^= 1;

        assertFault(() -> cipher.open(COLUMN, Ids.next(), sealed), KeysError.ALTERED_VALUE);
        assertFault(() -> cipher.open("parties.person.phone", row, sealed), KeysError.ALTERED_VALUE);
        assertFault(() -> cipher.open(COLUMN, row, changed), KeysError.ALTERED_VALUE);
        assertFault(() -> cipher.open(COLUMN, row, new byte[3]), KeysError.ALTERED_VALUE);
    }

    @Test
    void theBlindIndexIsTheSameOnEachNodeAndDiffersByDomain() {
        byte[] blind = aNode().cipher().blind("id-number", NUMBER);

        assertThat(blind).hasSize(32).isEqualTo(aNode().cipher().blind("id-number", NUMBER));
        assertThat(aNode().cipher().blind("phone", NUMBER)).isNotEqualTo(blind);
    }

    @Test
    void afterARotationOldValuesOpenAndRenewalMovesThemToTheNewKey() {
        Keys node = aNode();
        TreeMap<UUID, byte[]> table = new TreeMap<>();
        for (int i = 0; i < 7; i++) {
            UUID id = Ids.next();
            table.put(id, node.cipher().seal(COLUMN, id, NUMBER));
        }
        Keys other = aNode();
        other.cipher().seal(COLUMN, row, NUMBER);

        int version = node.rotation().rotate();
        byte[] fresh = node.cipher().seal(COLUMN, row, NUMBER);
        UUID after = null;
        do {
            after = node.rotation().renew(columnOf(table), after, 3);
        } while (after != null);

        assertThat(version).isEqualTo(2);
        assertThat(other.cipher().open(COLUMN, row, fresh)).isEqualTo(NUMBER);
        assertThat(table.values()).allMatch(value -> value[1] == 2);
        table.forEach((id, value) ->
                assertThat(other.cipher().open(COLUMN, id, value)).isEqualTo(NUMBER));
    }

    @Test
    void aRunningNodeTakesTheNewKeyWithinAMinute() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T02:00:00Z"));
        Keys running = aNode(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        });
        assertThat(running.cipher().seal(COLUMN, row, NUMBER)[1]).isEqualTo((byte) 1);
        aNode().rotation().rotate();
        now.updateAndGet(before -> before.plusSeconds(61));
        assertThat(running.cipher().seal(COLUMN, row, NUMBER)[1]).isEqualTo((byte) 2);
    }

    @Test
    void manyNodesStartingAtOnceAgreeOnKeysAndAuthority() throws Exception {
        List<Callable<X509Certificate>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(() -> aNode().vault().chain(KeyVault.AUDIT).getFirst());
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            var seen = new ArrayList<X509Certificate>();
            for (var result : threads.invokeAll(starts)) {
                seen.add(result.get());
            }
            assertThat(seen).containsOnly(seen.getFirst());
        }
    }

    @Test
    void aSignatureVerifiesWithTheCertificateAndTheChainEndsInALabelledRoot() throws Exception {
        Keys node = aNode();
        byte[] signature = node.vault().sign(KeyVault.AUDIT, MESSAGE);
        List<X509Certificate> chain = aNode().vault().chain(KeyVault.AUDIT);

        assertThat(Sm2.verify(chain.getFirst(), MESSAGE, signature)).isTrue();
        assertThat(chain).hasSize(3);
        for (int i = 0; i < 3; i++) {
            chain.get(i).verify(chain.get(Math.min(i + 1, 2)).getPublicKey(), CryptoProvider.get());
        }
        assertThat(node.authority().roots()).containsExactly(chain.getLast());
        assertThat(chain.getLast().getSubjectX500Principal().getName()).contains("测试 CA，不具法律效力");
    }

    @Test
    void aRenewedKeySignsAnewWhileTheOldCertificateStays() {
        Keys node = aNode();
        CertificateRequest request =
                new CertificateRequest("seal/x", "济源市某局", "济源市某局", "11410881005772234J", CertificateUse.SEAL_SIGNER);
        X509Certificate first = node.authority().ensure(request).getFirst();
        Instant now = Instant.now();
        X509Certificate second =
                node.authority().renew(request, now, now.plusSeconds(60)).getFirst();

        assertThat(first).isNotEqualTo(second);
        assertThat(node.authority().ensure(request).getFirst()).isEqualTo(second);
        assertThat(Sm2.verify(second, MESSAGE, node.vault().sign("seal/x", MESSAGE)))
                .isTrue();
    }

    @Test
    void aRevocationIsSeenByEachNodeAndAForeignCertificateIsUnknown() {
        Keys node = aNode();
        X509Certificate certificate = node.vault().chain(KeyVault.AUDIT).getFirst();
        assertThat(node.authority().of(certificate)).contains(new Revocations.State(null));

        node.authority().revoke(certificate.getSerialNumber().toString(16), "私钥遗失");

        assertThat(aNode().authority().of(certificate).orElseThrow().revokedAt())
                .isNotNull();
        try (TestDatabase elsewhere = TestPostgres.fresh()) {
            Keys stranger = Keys.open(
                    elsewhere.jdbc(),
                    elsewhere.transactionManager(),
                    home.resolve("stranger.key"),
                    Clock.systemDefaultZone());
            assertThat(stranger.authority().of(certificate)).isEmpty();
        }
    }

    @Test
    void theMasterKeyFileIsForItsOwnerOnlyAndItsLossIsNamedNotPaperedOver() throws Exception {
        aNode().cipher().seal(COLUMN, row, NUMBER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(masterFile())))
                .isEqualTo("rw-------");

        Path kept = home.resolve("kept");
        Files.move(masterFile(), kept);
        assertFault(() -> aNode().cipher().seal(COLUMN, row, NUMBER), KeysError.MASTER_MISSING);
        assertThat(masterFile()).doesNotExist();

        Files.writeString(masterFile(), Files.readString(kept).replaceAll("[0-9a-f]{8}\\s*$", "00000000"));
        assertFault(() -> aNode().cipher().seal(COLUMN, row, NUMBER), KeysError.MASTER_MISMATCH);
    }

    @Test
    void anUnknownKeyAndAKeyOfTheAuthorityDoNotSign() {
        KeyVault vault = aNode().vault();
        vault.chain(KeyVault.AUDIT);

        assertFault(() -> vault.sign("nobody", MESSAGE), KeysError.UNKNOWN_KEY);
        assertFault(() -> vault.sign("authority/root", MESSAGE), KeysError.WRONG_USE);
    }

    @Test
    void aKeyMadeInATransactionThatFailsLaterIsKept() {
        Keys node = aNode();
        byte[] sealed = database.transactions().execute(status -> {
            status.setRollbackOnly();
            return node.cipher().seal(COLUMN, row, NUMBER);
        });

        assertThat(aNode().cipher().open(COLUMN, row, sealed)).isEqualTo(NUMBER);
    }

    private Keys aNode() {
        return aNode(Clock.systemDefaultZone());
    }

    private Keys aNode(Clock clock) {
        return Keys.open(database.jdbc(), database.transactionManager(), masterFile(), clock);
    }

    private Path masterFile() {
        return home.resolve("keys").resolve("master.key");
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, KeysError code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    private static SealedColumn columnOf(TreeMap<UUID, byte[]> table) {
        return new SealedColumn() {
            @Override
            public String name() {
                return COLUMN;
            }

            @Override
            public List<SealedValue> after(UUID row, int limit) {
                var rest = row == null ? table : table.tailMap(row, false);
                return rest.entrySet().stream()
                        .limit(limit)
                        .map(entry -> new SealedValue(entry.getKey(), entry.getValue()))
                        .toList();
            }

            @Override
            public void replace(SealedValue value) {
                table.put(value.row(), value.sealed());
            }
        };
    }
}
