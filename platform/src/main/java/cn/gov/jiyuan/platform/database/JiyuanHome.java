package cn.gov.jiyuan.platform.database;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything one installation must not lose (数据目录): {@code JIYUAN_HOME}, or {@code .jiyuan} in
 * the user's home. Only its owner may enter it.
 *
 * @param software unpacked programs; they can be unpacked again
 */
public record JiyuanHome(Path root, Path software) {
    private static final String PLACES = "places.properties";

    /** What the settings may put outside the home. */
    public enum Part {
        FILES("JIYUAN_FILES_FOLDER", "files"),
        HUB("JIYUAN_HUB_FOLDER", "hub"),
        MASTER_KEY("JIYUAN_KEYS_MASTER", "keys/master.key");

        private final String variable;
        private final String usual;

        Part(String variable, String usual) {
            this.variable = variable;
            this.usual = usual;
        }
    }

    public JiyuanHome {
        root = root.toAbsolutePath().normalize();
        software = software.toAbsolutePath().normalize();
    }

    public JiyuanHome(Path root) {
        this(root, root.resolve("software"));
    }

    /** The home as told, or the default one; the folder is made when it is missing. */
    public static JiyuanHome of(@Nullable String told) {
        Path root = told == null || told.isBlank()
                ? Path.of(System.getProperty("user.home"), ".jiyuan")
                : Path.of(told.strip());
        return new JiyuanHome(root).made();
    }

    /** The embedded database: data, connection, lock. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The stored files. */
    public Path files() {
        return root.resolve("files");
    }

    /** The search index; it can be rebuilt from the database. */
    public Path index() {
        return root.resolve("index");
    }

    /** The key vault. */
    public Path keys() {
        return root.resolve("keys");
    }

    public Path log() {
        return root.resolve("log");
    }

    /**
     * Where a part lies: as the settings of the running platform tell, else in the home. A place outside is noted in the
     * home, because commands, among them the backup, do not see the settings.
     */
    public Path placed(Part part, @Nullable Path told) {
        Path place = told == null ? usual(part) : told.toAbsolutePath().normalize();
        Properties places = places();
        Object noted = place.equals(usual(part))
                ? places.remove(part.name())
                : places.setProperty(part.name(), place.toString());
        if (!place.equals(noted == null ? usual(part) : Path.of(noted.toString()))) {
            write(places);
        }
        return place;
    }

    /** Where a part lies, for a command: as the environment says, else where the platform last had it. */
    public Path place(Part part) {
        String told = System.getenv(part.variable);
        String place = told == null || told.isBlank() ? places().getProperty(part.name()) : told.strip();
        return place == null ? usual(part) : Path.of(place).toAbsolutePath().normalize();
    }

    boolean outside(Part part) {
        return !place(part).startsWith(root);
    }

    private Path usual(Part part) {
        return root.resolve(part.usual);
    }

    private Properties places() {
        Properties places = new Properties();
        Path file = root.resolve(PLACES);
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                places.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return places;
    }

    private void write(Properties places) {
        try {
            Path half = Files.createTempFile(root, "places", ".new");
            StringWriter text = new StringWriter();
            places.store(text, null);
            Files.writeString(half, text.toString());
            Files.move(half, root.resolve(PLACES), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JiyuanHome made() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
