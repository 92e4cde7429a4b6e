package cn.gov.jiyuan.platform.documents;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/**
 * Writes a package. The JDK's writer cannot copy entries that are deflated already, and sealing changes only two small
 * ones; fonts, pictures and signatures do not shrink and are stored.
 */
final class ZipWriter {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final short VERSION = 20;
    private static final short UTF8 = 0x0800;
    /** 1 January 1980: the same content gives the same bytes; real times are in the metadata and the signature. */
    private static final int DOS_EPOCH = 0x00210000;

    private ZipWriter() {}

    static byte[] write(Map<String, Part> parts) {
        int size =
                parts.values().stream().mapToInt(part -> part.content().length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(size / 2 + 8192);
        List<byte[]> directory = new ArrayList<>(parts.size());
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            byte[] buffer = new byte[16 * 1024];
            parts.forEach((name, part) -> {
                byte[] packed = packed(name, part, deflater, buffer);
                int offset = out.size();
                byte[] path = name.getBytes(StandardCharsets.UTF_8);
                out.writeBytes(header(path, part, packed, -1));
                out.writeBytes(packed);
                directory.add(header(path, part, packed, offset));
            });
        } finally {
            deflater.end();
        }
        int start = out.size();
        directory.forEach(out::writeBytes);
        out.writeBytes(end(directory.size(), out.size() - start, start));
        return out.toByteArray();
    }

    private static byte[] packed(String name, Part part, Deflater deflater, byte[] buffer) {
        byte[] ready = part.deflated();
        if (ready != null) {
            return ready;
        }
        if (!name.endsWith(".xml")) {
            return part.content();
        }
        deflater.reset();
        deflater.setInput(part.content());
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(part.content().length / 3 + 64);
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        return packed.toByteArray();
    }

    /** @param offset of the local header for a directory entry, negative for the local header itself */
    private static byte[] header(byte[] path, Part part, byte[] packed, int offset) {
        boolean local = offset < 0;
        ByteBuffer out = little((local ? 30 : 46) + path.length);
        out.putInt(local ? 0x04034b50 : 0x02014b50);
        if (!local) {
            out.putShort(VERSION);
        }
        out.putShort(VERSION).putShort(UTF8);
        out.putShort((short) (packed == part.content() ? STORED : DEFLATED)).putInt(DOS_EPOCH);
        out.putInt(part.crc()).putInt(packed.length).putInt(part.content().length);
        out.putShort((short) path.length).putShort((short) 0);
        if (!local) {
            out.putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(0)
                    .putInt(offset);
        }
        return out.put(path).array();
    }

    private static byte[] end(int count, int length, int start) {
        ByteBuffer out = little(22).putInt(0x06054b50).putInt(0);
        out.putShort((short) count).putShort((short) count).putInt(length).putInt(start);
        return out.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
