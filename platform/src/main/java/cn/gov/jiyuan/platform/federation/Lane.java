package cn.gov.jiyuan.platform.federation;

/**
 * All batches of one record type to and from one peer (通道).
 *
 * @param closed sequence of the last batch closed for sending @param received of the last batch taken
 * @param attempts how often the present batch was tried
 */
record Lane(String id, String peer, String recordType, long closed, long received, int attempts) {
    static String id(String peer, String recordType) {
        return peer + "/" + recordType;
    }
}
