package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals when logging in. */
public enum IdentityError implements ErrorCode {
    /** No such account or a wrong password: deliberately one answer for both. */
    WRONG("identity.wrong", ErrorKind.INPUT),
    /** Too many failures. */
    LOCKED("identity.locked", ErrorKind.INPUT),
    /** The account is suspended. */
    SUSPENDED("identity.suspended", ErrorKind.INPUT),
    /** The capacity is not, or no longer, the actor's. */
    CAPACITY("identity.capacity", ErrorKind.PERMISSION),
    /** Not a name. */
    NAME("identity.name", ErrorKind.INPUT),
    /** Not a citizen id number. */
    ID_NUMBER("identity.id-number", ErrorKind.INPUT),
    /** Not a mobile telephone number. */
    PHONE("identity.phone", ErrorKind.INPUT),
    /** Another code was sent just now. */
    CODE_TOO_SOON("identity.code-too-soon", ErrorKind.INPUT),
    /** Too many codes for this telephone or from this address. */
    CODE_TOO_OFTEN("identity.code-too-often", ErrorKind.INPUT),
    /** The code is wrong. */
    CODE_WRONG("identity.code-wrong", ErrorKind.INPUT),
    /** The code has run out, was used, or was guessed at too often. */
    CODE_OVER("identity.code-over", ErrorKind.INPUT),
    /** Not a name for an account. */
    ACCOUNT_NAME("identity.account-name", ErrorKind.INPUT),
    /** The name of the account is taken. */
    ACCOUNT_TAKEN("identity.account-taken", ErrorKind.INPUT),
    /** The person has an account. */
    HAS_ACCOUNT("identity.has-account", ErrorKind.CONFLICT),
    /** The password can be guessed. */
    PASSWORD_WEAK("identity.password-weak", ErrorKind.INPUT),
    /** The two passwords differ. */
    PASSWORD_DIFFERS("identity.password-differs", ErrorKind.INPUT),
    /** The present password is wrong. */
    PASSWORD_WRONG("identity.password-wrong", ErrorKind.INPUT),
    /** The new password is the old one. */
    PASSWORD_SAME("identity.password-same", ErrorKind.INPUT),
    /** Too many failures from one address. */
    SOURCE_LOCKED("identity.source-locked", ErrorKind.INPUT),
    /** An official's account that was not used for long. */
    FROZEN("identity.frozen", ErrorKind.INPUT),
    /** The code of the authenticator is wrong. */
    TOTP_WRONG("identity.totp-wrong", ErrorKind.INPUT),
    /** The first step of signing in lies too far back. */
    STEP_OVER("identity.step-over", ErrorKind.INPUT),
    /** The passkey was not recognised. */
    PASSKEY("identity.passkey", ErrorKind.INPUT),
    /** Too many passkeys. */
    PASSKEYS_FULL("identity.passkeys-full", ErrorKind.CONFLICT),
    /** No provider of face checks is connected. */
    FACE_ABSENT("identity.face-absent", ErrorKind.CONFLICT),
    /** Too many failed face checks today. */
    FACE_TOO_OFTEN("identity.face-too-often", ErrorKind.CONFLICT),
    /** The provider's answer is not signed by it, is late, or was given before. */
    FACE_ANSWER("identity.face-answer", ErrorKind.INPUT),
    /** The provider does not answer. */
    FACE_UNREACHABLE("identity.face-unreachable", ErrorKind.EXTERNAL),
    /** Something is missing in an entry, a transfer or a leave. */
    POST_INPUT("identity.post-input", ErrorKind.INPUT),
    /** Personnel officers cannot appoint themselves. */
    POST_SELF("identity.post-self", ErrorKind.PERMISSION),
    /** The post lies outside the reach of the one who wants to change it. */
    POST_REACH("identity.post-reach", ErrorKind.PERMISSION),
    /** No such client, or one that is suspended. */
    CLIENT_UNKNOWN("identity.client-unknown", ErrorKind.INPUT),
    /** The client asked to be returned to an address that is not registered. */
    REDIRECT_REFUSED("identity.redirect-refused", ErrorKind.INPUT),
    /** The request of another system to log in makes no sense. */
    REQUEST_REFUSED("identity.request-refused", ErrorKind.INPUT),
    /** The request of another system to log out makes no sense. */
    LOGOUT_REFUSED("identity.logout-refused", ErrorKind.INPUT),
    /** Not an address that may be registered. */
    CLIENT_ADDRESS("identity.client-address", ErrorKind.INPUT),
    /** The id of the client has the wrong form. */
    CLIENT_ID("identity.client-id", ErrorKind.INPUT),
    /** The id of the client is taken. */
    CLIENT_TAKEN("identity.client-taken", ErrorKind.CONFLICT),
    /** The client has no name or no unit. */
    CLIENT_NAME("identity.client-name", ErrorKind.INPUT),
    /** Somebody else changed the client meanwhile. */
    CLIENT_CHANGED("identity.client-changed", ErrorKind.CONFLICT),
    /** A ticket that cannot be exchanged. */
    TICKET_REFUSED("identity.ticket-refused", ErrorKind.PERMISSION),
    /** Too many refusals. */
    CLIENT_EXHAUSTED("identity.client-exhausted", ErrorKind.PERMISSION),
    /** Name, id number and telephone do not belong together, or to nobody known. */
    NOT_FOUND("identity.not-found", ErrorKind.INPUT),
    /** Too many guesses at other people. */
    LOOKED_UP_TOO_OFTEN("identity.looked-up-too-often", ErrorKind.INPUT),
    /** One cannot be one's own agent. */
    ONESELF("identity.oneself", ErrorKind.INPUT),
    /** An agent has to be of age. */
    MINOR_AGENT("identity.minor-agent", ErrorKind.INPUT),
    /** A minor cannot grant. */
    MINOR_GRANTS("identity.minor-grants", ErrorKind.PERMISSION),
    /** What one may do for another cannot be passed on. */
    NOT_PASSED_ON("identity.not-passed-on", ErrorKind.PERMISSION),
    /** Only the registered legal representative may. */
    NOT_REPRESENTATIVE("identity.not-representative", ErrorKind.PERMISSION),
    /** The register names no legal representative who could confirm. */
    NO_REPRESENTATIVE("identity.no-representative", ErrorKind.CONFLICT),
    /** Not a date. */
    DATE("identity.date", ErrorKind.INPUT),
    /** A grant cannot begin in the past. */
    FROM_PAST("identity.from-past", ErrorKind.INPUT),
    /** It ends before it begins. */
    TO_BEFORE_FROM("identity.to-before-from", ErrorKind.INPUT),
    /** Longer than the rules allow. */
    TOO_LONG("identity.too-long", ErrorKind.INPUT),
    /** A renewal has to end later than before. */
    NOT_LATER("identity.not-later", ErrorKind.INPUT),
    /** Chosen items are asked for, none was chosen. */
    NO_ITEM("identity.no-item", ErrorKind.INPUT),
    /** The item is not in force. */
    UNKNOWN_ITEM("identity.unknown-item", ErrorKind.INPUT),
    /** No such delegation, or not the actor's. */
    NO_DELEGATION("identity.no-delegation", ErrorKind.MISSING),
    /** Not possible in its state. */
    DELEGATION_STATE("identity.delegation-state", ErrorKind.CONFLICT),
    /** The real-name level is too low to accept or confirm. */
    LEVEL("identity.level", ErrorKind.PERMISSION),
    /** The principal was asked lately. */
    REMINDED("identity.reminded", ErrorKind.CONFLICT),
    /** Guardianship ends by law, not by a click. */
    GUARDIAN_STAYS("identity.guardian-stays", ErrorKind.CONFLICT),
    /** A minor does not apply for himself. */
    MINOR("identity.minor", ErrorKind.PERMISSION),
    /** The ward has come of age. */
    OF_AGE("identity.of-age", ErrorKind.PERMISSION),
    /** The principal is dead. */
    PRINCIPAL_DEAD("identity.principal-dead", ErrorKind.PERMISSION),
    /** The entity is wound up. */
    ENTITY_CANCELLED("identity.entity-cancelled", ErrorKind.PERMISSION),
    /** The entity's business licence is revoked. */
    ENTITY_REVOKED("identity.entity-revoked", ErrorKind.PERMISSION),
    /** There never was a power. */
    NO_POWER("identity.no-power", ErrorKind.PERMISSION),
    /** The last day has passed. */
    POWER_OVER("identity.power-over", ErrorKind.PERMISSION),
    /** The first day has not come. */
    POWER_AHEAD("identity.power-ahead", ErrorKind.PERMISSION),
    /** Revoked or given up. */
    POWER_REVOKED("identity.power-revoked", ErrorKind.PERMISSION),
    /** Not accepted yet, or not at all. */
    POWER_OPEN("identity.power-open", ErrorKind.PERMISSION),
    /** The power does not cover the item. */
    OUT_OF_SCOPE("identity.out-of-scope", ErrorKind.PERMISSION),
    /** The agent's real-name level is below what the principal asks for. */
    POWER_LEVEL("identity.power-level", ErrorKind.PERMISSION),
    /** Not a valid unified social credit code. */
    USCC("identity.uscc", ErrorKind.INPUT),
    /** Code and name do not belong together, or to nobody known. */
    NO_ENTITY("identity.no-entity", ErrorKind.INPUT),
    /** A claim of guardianship without proof. */
    NO_PROOF("identity.no-proof", ErrorKind.INPUT),
    /** The ward is of age. */
    WARD_OF_AGE("identity.ward-of-age", ErrorKind.INPUT),
    /** How one is related has to be said. */
    KINSHIP("identity.kinship", ErrorKind.INPUT),
    /** Name and id number of the ward do not belong together. */
    WARD_DIFFERS("identity.ward-differs", ErrorKind.INPUT),
    /** A claim for this ward is open or was confirmed. */
    CLAIMED("identity.claimed", ErrorKind.CONFLICT),
    /** A handler, or somebody who asked to be one. */
    ASKED_ALREADY("identity.asked-already", ErrorKind.CONFLICT),
    /** Only in one's own name. */
    PRIVATE_ONLY("identity.private-only", ErrorKind.PERMISSION);

    private final String code;
    private final ErrorKind kind;

    IdentityError(String code, ErrorKind kind) {
        this.code = code;
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
