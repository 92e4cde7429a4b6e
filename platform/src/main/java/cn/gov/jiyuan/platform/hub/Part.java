package cn.gov.jiyuan.platform.hub;

import java.util.UUID;

/**
 * A data file (数据文件), which never changes.
 *
 * @param batch whose key opens it
 * @param path relative to the folder of the hub
 */
record Part(UUID id, UUID batch, int bucket, String path, long rows, long bytes) {}
