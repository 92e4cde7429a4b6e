package cn.gov.jiyuan.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Labelled questions (问法): how people ask for an item, and names that answer. They lie beside the tests of the search,
 * which judge by the same files; a benchmark runs in the working tree and reads them there.
 */
final class Questions {
    private static final String FOLDER = "platform/src/test/resources/search";

    /** @param expected fragments of names, any of which answers */
    record Question(String text, String category, List<String> expected) {
        /** Brackets in names may stand or fall, as in the tests. */
        boolean answeredBy(String title) {
            String whole = letters(title);
            String bare = letters(title.replaceAll("[（(【\\[][^（()）【】\\[\\]]*[)）】\\]]", ""));
            return expected.stream()
                    .map(Questions::letters)
                    .anyMatch(name -> whole.contains(name) || bare.contains(name));
        }

        /** Place of the first title that answers, as its reciprocal; 0 if none does. */
        double reciprocalRank(List<String> titles) {
            for (int i = 0; i < titles.size(); i++) {
                if (answeredBy(titles.get(i))) {
                    return 1.0 / (i + 1);
                }
            }
            return 0;
        }
    }

    private Questions() {}

    /** By which words and weights may be adjusted. */
    static List<Question> known() throws IOException {
        return read("queries.csv");
    }

    /** Never used to adjust anything. */
    static List<Question> heldOut() throws IOException {
        return read("held-out.csv");
    }

    private static List<Question> read(String file) throws IOException {
        return Files.readAllLines(folder().resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .map(cells -> new Question(cells[0], cells[1], List.of(cells[2].split("\\|", -1))))
                .toList();
    }

    private static Path folder() throws IOException {
        try {
            @Nullable
            Path at = Path.of(Questions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (at != null && !Files.isDirectory(at.resolve(FOLDER))) {
                at = at.getParent();
            }
            return Objects.requireNonNull(at, "no " + FOLDER).resolve(FOLDER);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
