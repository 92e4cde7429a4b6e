package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.awt.geom.GeneralPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/** One font file held in memory. Fontbox reads lazily from one position, so only one thread at a time is let in. */
final class FontFace {
    private static final List<String> TABLES =
            List.of("head", "hhea", "hmtx", "loca", "maxp", "cvt ", "prep", "glyf", "fpgm", "cmap", "OS/2", "name");
    private static final int POST_LENGTH = 32;

    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;
    private final ReentrantLock lock = new ReentrantLock();

    FontFace(TrueTypeFont font) throws IOException {
        this.font = font;
        name = font.getName();
        glyphs = font.getUnicodeCmapLookup();
        unitsPerEm = font.getUnitsPerEm();
        font.getHorizontalMetrics();
    }

    String name() {
        return name;
    }

    TrueTypeFont font() {
        return font;
    }

    ReentrantLock lock() {
        return lock;
    }

    boolean draws(int character) {
        return glyphs.getGlyphId(character) != 0;
    }

    /** Advance in parts of the type size. */
    double advance(int character) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(character)) / unitsPerEm;
        } catch (IOException e) {
            throw Fault.caused(e, DocumentsError.FONT_UNREADABLE, name);
        }
    }

    /** The outline for a type size of 1, with y pointing up from the base line. */
    GeneralPath outline(int character) {
        lock.lock();
        try {
            var glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(character));
            GeneralPath path = glyph == null
                    ? new GeneralPath()
                    : (GeneralPath) glyph.getPath().clone();
            path.transform(java.awt.geom.AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm));
            return path;
        } catch (IOException e) {
            throw Fault.caused(e, DocumentsError.FONT_UNREADABLE, name);
        } finally {
            lock.unlock();
        }
    }

    /** A font file with just these characters. */
    byte[] subset(Set<Integer> characters) {
        lock.lock();
        try {
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            characters.forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
            subsetter.writeToStream(out);
            return withPost(out.toByteArray());
        } catch (IOException e) {
            throw Fault.caused(e, DocumentsError.FONT_UNREADABLE, name);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds an empty 'post' table of version 3.0. Without one some readers (PDFBox among them) give up the embedded font
     * and show no Chinese at all.
     */
    private static byte[] withPost(byte[] sfnt) {
        ByteBuffer in = ByteBuffer.wrap(sfnt);
        int tables = in.getShort(4);
        int directoryEnd = 12 + 16 * tables;
        int bodyLength = (sfnt.length - directoryEnd + 3) & ~3;
        ByteBuffer out = ByteBuffer.allocate(directoryEnd + 16 + bodyLength + POST_LENGTH);
        int log = 31 - Integer.numberOfLeadingZeros(tables + 1);
        out.putInt(in.getInt(0)).putShort((short) (tables + 1));
        out.putShort((short) (16 << log)).putShort((short) log);
        out.putShort((short) (16 * (tables + 1) - (16 << log)));
        boolean placed = false;
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            // The directory is sorted by tag; 'prep' is the one that follows 'post'.
            if (!placed && in.getInt(entry) > 0x706f7374) {
                putPost(out, directoryEnd + 16 + bodyLength);
                placed = true;
            }
            out.putInt(in.getInt(entry)).putInt(in.getInt(entry + 4));
            out.putInt(in.getInt(entry + 8) + 16).putInt(in.getInt(entry + 12));
        }
        if (!placed) {
            putPost(out, directoryEnd + 16 + bodyLength);
        }
        out.put(sfnt, directoryEnd, sfnt.length - directoryEnd);
        out.putInt(directoryEnd + 16 + bodyLength, 0x00030000);
        return out.array();
    }

    private static void putPost(ByteBuffer out, int offset) {
        out.putInt(0x706f7374).putInt(0x00030000).putInt(offset).putInt(POST_LENGTH);
    }
}
