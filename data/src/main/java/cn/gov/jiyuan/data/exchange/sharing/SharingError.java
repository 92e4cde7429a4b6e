package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong in sharing; those of the interface for programs have an HTTP status of their own. */
enum SharingError implements ErrorCode {
    UNKNOWN("unknown", ErrorKind.MISSING, 404),
    /** The resource is not in the directory, or was withdrawn. */
    NOT_LISTED("not-listed", ErrorKind.MISSING, 404),
    /** 不予共享. */
    NOT_SHARED("not-shared", ErrorKind.CONFLICT, 409),
    OWN_RESOURCE("own-resource", ErrorKind.CONFLICT, 409),
    MISSING("missing", ErrorKind.INPUT, 422),
    TOO_LONG("too-long", ErrorKind.INPUT, 422),
    UNKNOWN_ITEM("unknown-item", ErrorKind.INPUT, 422),
    NO_ITEM("no-item", ErrorKind.INPUT, 422),
    BAD_VALID_TO("bad-valid-to", ErrorKind.INPUT, 422),
    BAD_QUOTA("bad-quota", ErrorKind.INPUT, 422),
    BAD_CONDITION("bad-condition", ErrorKind.INPUT, 422),
    BAD_ADDRESS("bad-address", ErrorKind.INPUT, 422),
    NOT_DRAFT("not-draft", ErrorKind.CONFLICT, 409),
    CHANGED("changed", ErrorKind.CONFLICT, 409),
    /** A conditional resource goes to its provider. */
    CONDITIONAL("conditional", ErrorKind.CONFLICT, 409),
    /** An unconditional resource does not. */
    UNCONDITIONAL("unconditional", ErrorKind.CONFLICT, 409),
    NOT_PROVIDER("not-provider", ErrorKind.PERMISSION, 403),
    NOT_OURS("not-ours", ErrorKind.PERMISSION, 403),
    REASON_PER_ITEM("reason-per-item", ErrorKind.INPUT, 422),
    SECRET_SHOWN("secret-shown", ErrorKind.CONFLICT, 409),
    NOT_SERVED("not-served", ErrorKind.CONFLICT, 409),
    WRONG_MODE("wrong-mode", ErrorKind.CONFLICT, 409),
    /** The resource belongs to another installation, which decides. */
    FOREIGN("foreign", ErrorKind.CONFLICT, 409),
    /** The resource is our own. */
    NOT_FOREIGN("not-foreign", ErrorKind.CONFLICT, 409),
    NO_PEER("no-peer", ErrorKind.CONFLICT, 409),
    NO_BASIS("no-basis", ErrorKind.INPUT, 422),
    BAD_FILE("bad-file", ErrorKind.INPUT, 422),

    NO_SIGNATURE("no-signature", ErrorKind.PERMISSION, 401),
    UNKNOWN_KEY("unknown-key", ErrorKind.PERMISSION, 401),
    BAD_SIGNATURE("bad-signature", ErrorKind.PERMISSION, 401),
    STALE("stale", ErrorKind.PERMISSION, 401),
    REPLAYED("replayed", ErrorKind.PERMISSION, 401),
    EXPIRED("expired", ErrorKind.PERMISSION, 401),
    SUSPENDED("suspended", ErrorKind.PERMISSION, 403),
    FOREIGN_ADDRESS("foreign-address", ErrorKind.PERMISSION, 403),
    OTHER_RESOURCE("other-resource", ErrorKind.PERMISSION, 403),
    NO_CASE("no-case", ErrorKind.PERMISSION, 403),
    NO_PURPOSE("no-purpose", ErrorKind.PERMISSION, 403),
    ITEM_NOT_GRANTED("item-not-granted", ErrorKind.PERMISSION, 403),
    NO_LOOKUP("no-lookup", ErrorKind.INPUT, 422),
    BAD_BODY("bad-body", ErrorKind.INPUT, 400),
    QUOTA_DAY("quota-day", ErrorKind.CONFLICT, 429),
    QUOTA_SECOND("quota-second", ErrorKind.CONFLICT, 429);

    private final String code;
    private final ErrorKind kind;
    private final int status;

    SharingError(String code, ErrorKind kind, int status) {
        this.code = "exchange.sharing-" + code;
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

    /** What the interface for programs answers. */
    int status() {
        return status;
    }

    /** As programs read it, {@code EXPIRED}. */
    String word() {
        return name();
    }
}
