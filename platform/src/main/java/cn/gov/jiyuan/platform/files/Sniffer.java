package cn.gov.jiyuan.platform.files;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Tells the real type of a file by its content. Reads headers and directories only; nothing is unpacked. */
final class Sniffer {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final long MEGA = 1_000_000;
    private final FilesSettings settings;

    Sniffer(FilesSettings settings) {
        this.settings = settings;
    }

    /** The type, if it is one that we accept. */
    Optional<FileType> typeOf(Path file, String name) throws IOException {
        byte[] head = head(file);
        try {
            if (begins(head, PDF)) {
                return Optional.of(FileType.PDF);
            } else if (begins(head, PNG)) {
                checkPng(file, name);
                return Optional.of(FileType.PNG);
            } else if (begins(head, JPEG)) {
                checkJpeg(file, name);
                return Optional.of(FileType.JPEG);
            } else if (begins(head, ZIP)) {
                return Optional.ofNullable(zipped(file, name));
            }
        } catch (EOFException | java.util.zip.ZipException e) {
            throw Fault.caused(e, FilesError.DAMAGED, name);
        }
        return Optional.empty();
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static boolean begins(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    private void checkPng(Path file, String name) throws IOException {
        try (DataInputStream in = open(file)) {
            in.skipNBytes(PNG.length + 4);
            if (in.readInt() != 0x49484452) {
                throw new Fault(FilesError.DAMAGED, name);
            }
            checkPixels(in.readInt(), in.readInt(), name);
        }
    }

    /** Walks the segments to the frame header, which holds height and width (ITU-T T.81 B.2.2). */
    private void checkJpeg(Path file, String name) throws IOException {
        try (DataInputStream in = open(file)) {
            in.skipNBytes(2);
            while (true) {
                int marker = in.readUnsignedShort();
                while (marker == 0xFFFF) {
                    marker = 0xFF00 | in.readUnsignedByte();
                }
                int length = in.readUnsignedShort();
                if (marker < 0xFFC0 || length < 2) {
                    throw new Fault(FilesError.DAMAGED, name);
                }
                if (isFrame(marker)) {
                    in.skipNBytes(1);
                    int height = in.readUnsignedShort();
                    checkPixels(in.readUnsignedShort(), height, name);
                    return;
                }
                in.skipNBytes(length - 2L);
            }
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }

    private void checkPixels(int width, int height, String name) {
        if (width <= 0 || height <= 0) {
            throw new Fault(FilesError.DAMAGED, name);
        }
        if ((long) width * height > settings.maxMegapixels() * MEGA) {
            throw new Fault(FilesError.TOO_MANY_PIXELS, name, Integer.toString(width), Integer.toString(height));
        }
    }

    private @Nullable FileType zipped(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkBounds(zip, name);
            if (zip.getEntry("OFD.xml") != null) {
                return FileType.OFD;
            }
            boolean office = zip.getEntry("[Content_Types].xml") != null;
            if (office && zip.getEntry("word/document.xml") != null) {
                return FileType.DOCX;
            }
            return office && zip.getEntry("xl/workbook.xml") != null ? FileType.XLSX : null;
        }
    }

    private void checkBounds(ZipFile zip, String name) {
        if (zip.size() > settings.maxEntries()) {
            throw new Fault(FilesError.DAMAGED, name);
        }
        long unpacked = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (entry.getName().endsWith("vbaProject.bin")) {
                throw new Fault(FilesError.MACRO, name);
            }
            unpacked += Math.max(0, entry.getSize());
            if (unpacked > settings.maxUnpacked().toBytes()) {
                throw new Fault(FilesError.DAMAGED, name);
            }
        }
    }
}
