package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** What can go wrong with the database. */
public enum DatabaseError implements ErrorCode {
    /** Another process runs on the same home. */
    HOME_IN_USE("home-in-use", ErrorKind.CONFLICT),
    /** No embedded PostgreSQL for this kind of machine. */
    NO_BINARIES("no-binaries", ErrorKind.EXTERNAL),
    /** The data were written by another major version. */
    OTHER_MAJOR_VERSION("other-major-version", ErrorKind.CONFLICT),
    /** PostgreSQL did not come up. */
    START_FAILED("start-failed", ErrorKind.INTERNAL),
    /** The external database cannot be reached. */
    UNREACHABLE("unreachable", ErrorKind.EXTERNAL),
    /** The external database is older than PostgreSQL 15. */
    TOO_OLD("too-old", ErrorKind.EXTERNAL),
    /** The external database is not in UTF-8, or its character type loses Chinese characters. */
    WRONG_ENCODING("wrong-encoding", ErrorKind.EXTERNAL),
    /** A migration failed or was changed after it had been applied. */
    MIGRATION_FAILED("migration-failed", ErrorKind.INTERNAL),
    /** The home to restore into is not empty. */
    HOME_NOT_EMPTY("home-not-empty", ErrorKind.CONFLICT),
    /** There is no file of that name to restore from. */
    BACKUP_MISSING("backup-missing", ErrorKind.MISSING),
    /** The backup file is not one, is cut off or was changed. */
    BACKUP_DAMAGED("backup-damaged", ErrorKind.INPUT),
    /** No database runs on this home. */
    NOT_RUNNING("not-running", ErrorKind.MISSING),
    /** The backup could not be written. */
    BACKUP_FAILED("backup-failed", ErrorKind.INTERNAL),
    /** Somebody waited in line for a connection as long as we let him. {0} the seconds. */
    BUSY("busy", ErrorKind.BUSY);

    private final String code;
    private final ErrorKind kind;

    DatabaseError(String code, ErrorKind kind) {
        this.code = "database." + code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
