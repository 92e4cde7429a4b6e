package cn.gov.jiyuan.platform.documents;

import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One file of a package.
 *
 * @param content as a reader sees it
 * @param deflated as it lay in the package it came from, so that it need not be deflated again; null if it is new or stored
 * @param crc CRC-32 of the content
 */
record Part(byte[] content, byte @Nullable [] deflated, int crc) {
    static Part of(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return new Part(content, null, (int) crc.getValue());
    }
}
