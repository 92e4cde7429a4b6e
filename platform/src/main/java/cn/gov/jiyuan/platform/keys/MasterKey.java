package cn.gov.jiyuan.platform.keys;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key that wraps all others (主密钥), in a file only the service may read. Nodes on one database share the file.
 * Losing it loses every personal column, so it belongs in the backup, apart from the database.
 */
final class MasterKey {
    private static final String MARK = "jiyuan-master-1:";
    private static final int LENGTH = 32;

    private final Sm4Gcm wrapping;

    private MasterKey(byte[] master) {
        byte[] wrap = Sm3.mac(master, "wrap".getBytes(StandardCharsets.US_ASCII));
        wrapping = new Sm4Gcm(Arrays.copyOf(wrap, 16));
    }

    /** @param mayCreate false if the database already holds secrets, which a new key could not open */
    static MasterKey load(Path file, boolean mayCreate) {
        try {
            if (Files.notExists(file)) {
                if (!mayCreate) {
                    throw new Fault(KeysError.MASTER_MISSING, file);
                }
                create(file);
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!text.startsWith(MARK)) {
                throw new Fault(KeysError.MASTER_UNREADABLE, file);
            }
            byte[] master = HexFormat.of().parseHex(text.substring(MARK.length()));
            if (master.length != LENGTH) {
                throw new Fault(KeysError.MASTER_UNREADABLE, file);
            }
            return new MasterKey(master);
        } catch (IOException | IllegalArgumentException e) {
            throw Fault.caused(e, KeysError.MASTER_UNREADABLE, file);
        }
    }

    byte[] wrap(String name, int version, byte[] secret) {
        return wrapping.seal(0, secret, binding(name, version));
    }

    byte[] unwrap(String name, int version, byte[] wrapped) {
        byte[] secret = wrapping.open(0, wrapped, binding(name, version));
        if (secret == null) {
            throw new Fault(KeysError.MASTER_MISMATCH, name);
        }
        return secret;
    }

    private static byte[] binding(String name, int version) {
        return ("keys.secret|" + name + "|" + version).getBytes(StandardCharsets.UTF_8);
    }

    /** Complete or not at all, and never over another node's: written aside, forced to disk, then linked. */
    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        byte[] master = new byte[LENGTH];
        new SecureRandom().nextBytes(master);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path aside = Files.createTempFile(folder, ".master", ".new", ownerOnly);
        try {
            Files.writeString(aside, MARK + HexFormat.of().formatHex(master) + "\n");
            try (var channel = java.nio.channels.FileChannel.open(aside, java.nio.file.StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // Another node was faster: its key is the one.
            return;
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
