package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.util.function.SingletonSupplier;

/**
 * The fonts (字体) with which documents are drawn: TrueType with CJK glyphs, found on the machine or in a folder of ours.
 * Each character is drawn by its face, else by the first other font that has it, else the document is refused.
 */
public final class Fonts {
    private static final List<String> SONG =
            List.of("simsun", "fzxbsj", "gbsn00lp", "uming", "babelstonehan", "hanamina", "hanaminb");
    private static final List<String> HEI = List.of("simhei", "wqy-zenhei", "wqy-microhei");
    private static final Path SYSTEM = Path.of("/usr/share/fonts");

    /** Large files, so read when the first character is drawn and not while the platform starts. */
    private final SingletonSupplier<Map<Typeface, List<FontFace>>> faces;

    private Fonts(Path own) {
        faces = SingletonSupplier.of(() -> facesIn(own));
    }

    /**
     * Whoever draws first without a usable font on the machine meets a {@link Fault} that names the cure.
     *
     * @param own folder searched before the system's fonts; need not exist
     */
    public static Fonts find(Path own) {
        return new Fonts(own);
    }

    private static Map<Typeface, List<FontFace>> facesIn(Path own) {
        List<Path> files = new ArrayList<>(files(own));
        files.addAll(files(SYSTEM));
        List<FontFace> song = load(files, SONG);
        List<FontFace> hei = load(files, HEI);
        if (song.isEmpty() && hei.isEmpty()) {
            throw new Fault(DocumentsError.FONT_MISSING, own);
        }
        Map<Typeface, List<FontFace>> faces = new EnumMap<>(Typeface.class);
        faces.put(Typeface.SONG, joined(song, hei));
        faces.put(Typeface.HEI, joined(hei, song));
        return faces;
    }

    /** The font that draws a character in the given face. */
    FontFace of(Typeface face, int character) {
        for (FontFace font : faces.obtain().getOrDefault(face, List.of())) {
            if (font.draws(character)) {
                return font;
            }
        }
        throw new Fault(
                DocumentsError.GLYPH_MISSING,
                Character.toString(character),
                Integer.toHexString(character).toUpperCase(Locale.ROOT));
    }

    /** Width of a text in millimetres. */
    double width(Typeface face, double size, double spacing, String text) {
        double width = 0;
        int[] characters = text.codePoints().toArray();
        for (int character : characters) {
            width += of(face, character).advance(character) * size;
        }
        return width + spacing * Math.max(0, characters.length - 1);
    }

    private static List<FontFace> joined(List<FontFace> first, List<FontFace> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static List<FontFace> load(List<Path> files, List<String> names) {
        List<FontFace> found = new ArrayList<>();
        for (String name : names) {
            files.stream()
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .startsWith(name))
                    .findFirst()
                    .ifPresent(file -> found.add(read(file)));
        }
        return found;
    }

    private static FontFace read(Path file) {
        try {
            RandomAccessReadBuffer content = new RandomAccessReadBuffer(Files.readAllBytes(file));
            if (!file.toString().endsWith(".ttc")) {
                return new FontFace(new TTFParser().parse(content));
            }
            List<TrueTypeFont> members = new ArrayList<>();
            new TrueTypeCollection(Files.newInputStream(file)).processAllFonts(members::add);
            return new FontFace(members.getFirst());
        } catch (IOException e) {
            throw Fault.caused(e, DocumentsError.FONT_UNREADABLE, file);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, 5)) {
            return all.filter(file ->
                            file.toString().endsWith(".ttf") || file.toString().endsWith(".ttc"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Fault.caused(e, DocumentsError.FONT_UNREADABLE, folder);
        }
    }
}
