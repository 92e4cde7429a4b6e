package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a package that anybody may have made, wholly in memory and within limits. Directory and local headers must say
 * the same: two readers that each trust another of them would see two documents under one signature.
 */
final class ZipReader {
    static final int LARGEST_FILE = 64 << 20;
    static final int LARGEST_CONTENT = 128 << 20;
    static final int MOST_PARTS = 2000;
    private static final int LONGEST_PATH = 512;
    private static final int HIGHEST_RATIO = 200;
    private static final int RATIO_MATTERS = 1 << 20;
    private static final int DEFLATED = 8;

    private final ByteBuffer zip;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Inflater inflater = new Inflater(true);
    private long total;
    private int previousEnd;

    private ZipReader(byte[] file) {
        zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Map<String, Part> read(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new Fault(DocumentsError.TOO_LARGE, LARGEST_FILE);
        }
        ZipReader reader = new ZipReader(file);
        try {
            reader.readAll();
            return reader.parts;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw Fault.caused(e, DocumentsError.DAMAGED_PACKAGE, "目录不完整");
        } finally {
            reader.inflater.end();
        }
    }

    private void readAll() {
        int end = findEnd();
        int count = Short.toUnsignedInt(zip.getShort(end + 10));
        int length = zip.getInt(end + 12);
        int at = zip.getInt(end + 16);
        require(zip.getInt(end + 4) == 0 && zip.getShort(end + 8) == zip.getShort(end + 10), "分卷压缩包");
        require(at >= 0 && length >= 0 && (long) at + length == end, "目录位置不符");
        if (count > MOST_PARTS) {
            throw new Fault(DocumentsError.TOO_MANY_PARTS, MOST_PARTS);
        }
        int directory = at;
        for (int i = 0; i < count; i++) {
            require(zip.getInt(at) == 0x02014b50, "目录条目");
            at += readEntry(at, directory);
        }
        require(at == end, "目录长度不符");
    }

    private int findEnd() {
        int last = zip.limit() - 22;
        for (int at = last; at >= 0 && at > last - 0x10000; at--) {
            if (zip.getInt(at) == 0x06054b50 && at + 22 + Short.toUnsignedInt(zip.getShort(at + 20)) == zip.limit()) {
                return at;
            }
        }
        throw new Fault(DocumentsError.DAMAGED_PACKAGE, "找不到目录");
    }

    /** @return the length of the directory entry */
    private int readEntry(int at, int directory) {
        int flags = Short.toUnsignedInt(zip.getShort(at + 8));
        int method = Short.toUnsignedInt(zip.getShort(at + 10));
        int packed = zip.getInt(at + 20);
        int size = zip.getInt(at + 24);
        int pathLength = Short.toUnsignedInt(zip.getShort(at + 28));
        int local = zip.getInt(at + 42);
        String path = path(at + 46, pathLength);
        int entryLength = 46
                + pathLength
                + Short.toUnsignedInt(zip.getShort(at + 30))
                + Short.toUnsignedInt(zip.getShort(at + 32));
        require((flags & 0x2041) == 0, "加密条目");
        require(method == 0 || method == DEFLATED, "不支持的压缩方法");
        require(packed >= 0 && size >= 0 && local >= 0, "条目长度");
        int data = localHeader(at, local, pathLength, (flags & 8) != 0);
        require(local >= previousEnd && (long) data + packed <= directory, "条目重叠");
        previousEnd = data + packed;
        if (!seen.add(path.toLowerCase(Locale.ROOT))) {
            throw new Fault(DocumentsError.DUPLICATE_PART, path);
        }
        limit(path, packed, size);
        if (path.endsWith("/")) {
            require(size == 0, "目录条目含有内容");
        } else {
            parts.put(path, part(method, data, packed, size, zip.getInt(at + 16)));
        }
        return entryLength;
    }

    /** @return where the content begins */
    private int localHeader(int at, int local, int pathLength, boolean sizesFollow) {
        require(zip.getInt(local) == 0x04034b50, "条目头");
        for (int field = 0; field < 10; field += 2) {
            require(zip.getShort(local + 4 + field) == zip.getShort(at + 6 + field), "条目头与目录不一致");
        }
        for (int field = 0; field < 12; field += 4) {
            int here = zip.getInt(local + 14 + field);
            require(here == zip.getInt(at + 16 + field) || sizesFollow && here == 0, "条目头与目录不一致");
        }
        require(Short.toUnsignedInt(zip.getShort(local + 26)) == pathLength, "条目头与目录不一致");
        for (int i = 0; i < pathLength; i++) {
            require(zip.get(local + 30 + i) == zip.get(at + 46 + i), "条目头与目录不一致");
        }
        return local + 30 + pathLength + Short.toUnsignedInt(zip.getShort(local + 28));
    }

    private String path(int at, int length) {
        if (length == 0 || length > LONGEST_PATH) {
            throw new Fault(DocumentsError.UNSAFE_PATH, "");
        }
        byte[] bytes = Arrays.copyOfRange(zip.array(), at, at + length);
        String path;
        try {
            path = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Fault.caused(e, DocumentsError.UNSAFE_PATH, new String(bytes, StandardCharsets.ISO_8859_1));
        }
        boolean unsafe = path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf(':') >= 0
                || path.chars().anyMatch(Character::isISOControl);
        for (String step : path.split("/", -1)) {
            unsafe |= step.equals("..") || step.equals(".");
        }
        if (unsafe || path.contains("//")) {
            throw new Fault(DocumentsError.UNSAFE_PATH, path);
        }
        return path;
    }

    private void limit(String path, int packed, int size) {
        total += size;
        if (total > LARGEST_CONTENT) {
            throw new Fault(DocumentsError.TOO_LARGE, LARGEST_CONTENT);
        }
        if (size > RATIO_MATTERS && size / HIGHEST_RATIO > packed) {
            throw new Fault(DocumentsError.SUSPICIOUS_RATIO, path);
        }
    }

    private Part part(int method, int data, int packed, int size, int crc) {
        byte[] raw = Arrays.copyOfRange(zip.array(), data, data + packed);
        byte[] content = raw;
        if (method == DEFLATED) {
            content = inflate(raw, size);
        } else {
            require(packed == size, "条目长度");
        }
        CRC32 computed = new CRC32();
        computed.update(content);
        require((int) computed.getValue() == crc, "校验和不符");
        return new Part(content, method == DEFLATED ? raw : null, crc);
    }

    private byte[] inflate(byte[] raw, int size) {
        byte[] content = new byte[size];
        inflater.reset();
        inflater.setInput(raw);
        try {
            int length = 0;
            while (length < size) {
                int more = inflater.inflate(content, length, size - length);
                require(more > 0, "内容不完整");
                length += more;
            }
            require(inflater.inflate(new byte[1]) == 0 && inflater.finished(), "内容长度不符");
            require(inflater.getRemaining() == 0, "内容长度不符");
            return content;
        } catch (DataFormatException e) {
            throw Fault.caused(e, DocumentsError.DAMAGED_PACKAGE, "压缩内容");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Fault(DocumentsError.DAMAGED_PACKAGE, what);
        }
    }
}
