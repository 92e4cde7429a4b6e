package cn.gov.jiyuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.database.JiyuanHome.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupTest {
    @TempDir(factory = TestHome.class)
    Path folder;

    @Test
    void aBackupTakenUnderLoadHoldsEveryRowThatWasAcknowledgedBeforeItEnded() throws Exception {
        JiyuanHome home = TestHome.in(folder.resolve("first"));
        Path file = folder.resolve("a backup.tar.gz");
        int acknowledged;
        try (Database database = Database.open(home, embedded())) {
            aStoredFileAndAKey(home);
            acknowledged = backUpWhileRowsAreWritten(database, home, file);
        }
        JiyuanHome other = TestHome.in(folder.resolve("second"));

        DatabaseCheck check = new Restore(other).from(file);

        assertThat(check).isNotNull();
        assertThat(check.schemas()).isPositive();
        assertThat(check.tables()).isGreaterThan(50);
        assertThat(check.indexes()).isGreaterThan(100);
        assertThat(other.files().resolve("ab/content")).hasContent("file");
        assertThat(other.place(Part.HUB).resolve("part")).hasContent("rows");
        assertThat(other.place(Part.HUB).resolve("scratch/spilled")).doesNotExist();
        assertThat(other.keys().resolve("vault")).hasContent("key");
        try (Database restored = Database.open(other, embedded())) {
            assertThat(rows(restored)).isGreaterThanOrEqualTo(acknowledged);
            assertThat(acknowledged).isGreaterThan(20);
        }
    }

    @Test
    void aBackupOfAHomeThatIsNotRunningStartsTheServerForIt() throws Exception {
        JiyuanHome home = TestHome.in(folder.resolve("first"));
        Database.open(home, embedded()).close();
        Path file = folder.resolve("backup.tar.gz");

        BackupManifest manifest = new Backup(home, false).write(file);

        assertThat(manifest.holds("postgres/data/pg_wal")).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> new Backup(home, false).write(file))
                .as("an older backup is never overwritten")
                .isInstanceOf(Fault.class);
        assertThatThrownBy(() -> new Restore(home).from(file))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.HOME_NOT_EMPTY));
        theDamagedIsRefused(file);
    }

    @Test
    void withAnExternalDatabaseFilesAndKeysAreBackedUp() throws Exception {
        JiyuanHome home = TestHome.in(folder.resolve("first"));
        aStoredFileAndAKey(home);
        Path file = folder.resolve("backup.tar.gz");

        new Backup(home, true).write(file);

        JiyuanHome other = TestHome.in(folder.resolve("second"));
        assertThat(new Restore(other).from(file)).isNull();
        assertThat(other.files().resolve("ab/content")).hasContent("file");
        assertThat(other.postgres()).doesNotExist();
    }

    @Test
    void whatTheSettingsPutElsewhereIsInTheBackupAndItsAbsenceIsAnError() throws Exception {
        JiyuanHome home = TestHome.in(folder.resolve("first"));
        Path files = Files.createDirectories(folder.resolve("shared/files"));
        Path master = folder.resolve("vault/office.key");
        home.placed(Part.FILES, files);
        home.placed(Part.MASTER_KEY, master);
        Files.writeString(files.resolve("content"), "file");
        Files.createDirectories(home.keys());
        Files.writeString(home.keys().resolve("master.key"), "an old one");
        assertThatThrownBy(() -> new Backup(home, true).write(folder.resolve("without.tar.gz")))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.BACKUP_FAILED));

        Files.createDirectories(master.getParent());
        Files.writeString(master, "the one");
        Path file = folder.resolve("backup.tar.gz");
        new Backup(new JiyuanHome(home.root()), true).write(file);

        JiyuanHome other = TestHome.in(folder.resolve("second"));
        new Restore(other).from(file);
        assertThat(other.files().resolve("content")).hasContent("file");
        assertThat(other.place(Part.MASTER_KEY))
                .isEqualTo(other.keys().resolve("master.key"))
                .hasContent("the one");

        home.placed(Part.FILES, null);
        home.placed(Part.MASTER_KEY, null);
        assertThat(home.place(Part.FILES)).isEqualTo(home.files());
        assertThat(home.place(Part.MASTER_KEY)).isEqualTo(home.keys().resolve("master.key"));
    }

    @Test
    void aFileThatIsMissingOrNoBackupIsNamedAsSuch() throws Exception {
        JiyuanHome home = TestHome.in(folder.resolve("first"));
        Path none = folder.resolve("none.tar.gz");
        Path text = Files.writeString(folder.resolve("text"), "no backup");

        assertThatThrownBy(() -> new Restore(home).from(none))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.BACKUP_MISSING));
        assertThatThrownBy(() -> new Restore(home).from(text)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code()).isEqualTo(DatabaseError.BACKUP_DAMAGED);
            assertThat(fault.arguments().getFirst().toString()).contains("不是 ./jiyuan backup 生成的文件");
        });
        assertThat(home.root()).isEmptyDirectory();
    }

    private void theDamagedIsRefused(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(content, content.length / 2));
        content[content.length / 3] ^= 1;
        Path changed = Files.write(folder.resolve("changed.tar.gz"), content);
        JiyuanHome other = TestHome.in(folder.resolve("second"));
        for (Path damaged : new Path[] {cut, changed}) {
            assertThatThrownBy(() -> new Restore(other).from(damaged))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.BACKUP_DAMAGED));
            assertThat(other.postgres()).doesNotExist();
        }
    }

    private static void aStoredFileAndAKey(JiyuanHome home) throws IOException {
        Files.createDirectories(home.files().resolve("ab"));
        Files.writeString(home.files().resolve("ab/content"), "file");
        Files.createDirectories(home.place(Part.HUB).resolve("scratch"));
        Files.writeString(home.place(Part.HUB).resolve("part"), "rows");
        Files.writeString(home.place(Part.HUB).resolve("scratch/spilled"), "on its way");
        Files.createDirectories(home.keys());
        Files.writeString(home.keys().resolve("vault"), "key");
    }

    /** Returns how many rows had been acknowledged just before the backup's last step was known to be done. */
    private static int backUpWhileRowsAreWritten(Database database, JiyuanHome home, Path file) throws Exception {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("CREATE TABLE public.written (number int PRIMARY KEY, text text)")
                .update();
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                jdbc.sql("INSERT INTO public.written VALUES (?, repeat('济源', 500))")
                        .param(acknowledged.get() + 1)
                        .update();
                acknowledged.incrementAndGet();
            }
        });
        int[] before = new int[1];
        new Backup(home, false, () -> before[0] = acknowledged.get()).write(file);
        enough.set(true);
        writer.join();
        return before[0];
    }

    private static int rows(Database database) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT count(*) FROM public.written")
                .query(Integer.class)
                .single();
    }

    private static DatabaseProperties embedded() {
        return new DatabaseProperties(null, null, null, 4, DatabaseProperties.PATIENCE, Map.of());
    }
}
