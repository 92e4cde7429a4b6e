package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong between installations. */
public enum FederationError implements ErrorCode {
    UNKNOWN_PEER("unknown-peer", ErrorKind.MISSING, 404),
    PEER_EXISTS("peer-exists", ErrorKind.CONFLICT, 409),
    OURSELVES("ourselves", ErrorKind.INPUT, 422),
    BAD_CODE("bad-code", ErrorKind.INPUT, 422),
    MISSING_NAME("missing-name", ErrorKind.INPUT, 422),
    BAD_ADDRESS("bad-address", ErrorKind.INPUT, 422),
    BAD_CERTIFICATE("bad-certificate", ErrorKind.INPUT, 422),
    WRONG_FINGERPRINT("wrong-fingerprint", ErrorKind.INPUT, 422),
    MISSING_REASON("missing-reason", ErrorKind.INPUT, 422),
    ROW_TOO_LARGE("row-too-large", ErrorKind.INPUT, 422),
    UNKNOWN_ROW("unknown-row", ErrorKind.MISSING, 404),
    NOT_RETURNABLE("not-returnable", ErrorKind.CONFLICT, 409),
    NOT_OPEN("not-open", ErrorKind.CONFLICT, 409),

    /** Nobody of that name is registered, or it is suspended. */
    NOT_ADMITTED("not-admitted", ErrorKind.PERMISSION, 401),
    BAD_SIGNATURE("bad-signature", ErrorKind.PERMISSION, 401),
    CERTIFICATE_EXPIRED("certificate-expired", ErrorKind.PERMISSION, 401),
    STALE("stale", ErrorKind.PERMISSION, 401),
    REPLAYED("replayed", ErrorKind.PERMISSION, 401),
    WRONG_RECEIVER("wrong-receiver", ErrorKind.PERMISSION, 403),
    TOO_LARGE("too-large", ErrorKind.INPUT, 413),
    BAD_BATCH("bad-batch", ErrorKind.INPUT, 400),
    UNKNOWN_TYPE("unknown-type", ErrorKind.INPUT, 422),
    /** A batch of this number with other content was taken before. */
    BATCH_DIFFERS("batch-differs", ErrorKind.CONFLICT, 409),
    OUT_OF_ORDER("out-of-order", ErrorKind.CONFLICT, 409),

    /** The peer does not answer, or not as agreed. */
    PEER_DOWN("peer-down", ErrorKind.EXTERNAL, 502),
    PEER_REFUSED("peer-refused", ErrorKind.EXTERNAL, 502),
    BAD_RECEIPT("bad-receipt", ErrorKind.EXTERNAL, 502);

    private final String code;
    private final ErrorKind kind;
    private final int status;

    FederationError(String code, ErrorKind kind, int status) {
        this.code = "federation." + code;
        this.kind = kind;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    /** What a peer is answered. */
    int status() {
        return status;
    }
}
