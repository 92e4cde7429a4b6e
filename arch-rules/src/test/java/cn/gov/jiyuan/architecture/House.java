package cn.gov.jiyuan.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rules look at: the compiled classes and the sources of all that is delivered. */
final class House {
    static final String BASE = "cn.gov.jiyuan";
    static final Set<String> CHAPTERS =
            Set.of("foundation", "data", "support", "service", "livelihood", "supervision", "office", "insight");

    private static final Path ROOT = root();
    private static final Pattern CHAPTER_CLASS =
            Pattern.compile("cn\\.gov\\.jiyuan\\.(" + String.join("|", CHAPTERS) + ")\\.([a-z0-9]+)\\..*");
    private static final Pattern CHAPTER_FILE =
            Pattern.compile(".*/cn/gov/jiyuan/(" + String.join("|", CHAPTERS) + ")/([a-z0-9]+)/.*");
    private static final Pattern SCHEMA = Pattern.compile(".*/src/main/resources/db/migration/([a-z0-9]+)/.*\\.sql");

    private House() {}

    static JavaClasses classes() {
        return Imported.CLASSES;
    }

    /** The system that a class belongs to; empty for kernel, contracts, engines and server. */
    static Optional<String> system(JavaClass type) {
        Matcher matcher = CHAPTER_CLASS.matcher(type.getName());
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /** Every schema that migrations create. */
    static Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        for (Source migration : sources(".sql")) {
            Matcher matcher = SCHEMA.matcher(migration.path());
            if (matcher.matches()) {
                schemas.add(matcher.group(1));
            }
        }
        return schemas;
    }

    /** Every delivered file with the ending: below {@code src/main} of the modules and {@code web/src}. */
    static List<Source> sources(String ending) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .filter(module -> !module.endsWith("bench"))
                    .flatMap(module -> Stream.of(module.resolve("src/main"), module.resolve("src")))
                    .filter(folder ->
                            folder.endsWith("main") || folder.getParent().endsWith("web"))
                    .filter(Files::isDirectory)
                    .flatMap(House::files)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(file -> new Source(ROOT.relativize(file).toString(), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the repository by its path from the root. */
    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A delivered file: path from the root, and text. */
    record Source(String path, String text) {
        /** The engine or system that the file belongs to: of a chapter's packages the third part, else the last. */
        String module() {
            Matcher chapter = CHAPTER_FILE.matcher(path);
            if (chapter.matches()) {
                return chapter.group(2);
            }
            String folder = path.substring(0, path.lastIndexOf('/'));
            return folder.substring(folder.lastIndexOf('/') + 1);
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        }

        int line(int offset) {
            return (int) text.substring(0, offset).lines().count();
        }
    }

    private static Stream<Path> files(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/systems.csv"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Read when first used, once for all rules. */
    private static final class Imported {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(BASE);
    }
}
