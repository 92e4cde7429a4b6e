package cn.gov.jiyuan.kernel.error;

/** Refusals of the kernel's value types; the texts stand in {@code messages/kernel.properties}. */
public enum KernelError implements ErrorCode {
    /** {0} the text given. */
    BAD_TERM("kernel.bad-term"),
    /** {0} the term. */
    TERM_OF_WORK("kernel.term-of-work"),
    /** {0} the extension, {1} the term. */
    BAD_EXTENSION("kernel.bad-extension"),
    /** {0} first day, {1} last day. */
    BAD_PAUSE("kernel.bad-pause"),
    /** {0} the date asked for, {1} and {2} first and last day of the calendar. */
    DATE_OUT_OF_CALENDAR("kernel.date-out-of-calendar"),
    /** {0} the year, {1} what is wrong. */
    BAD_CALENDAR_YEAR("kernel.bad-calendar-year"),
    /** {0} what is wrong. */
    BAD_OFFICE_HOURS("kernel.bad-office-hours"),
    /** {0} name of the kind of code, {1} the code, masked where personal, {2} why it is refused. */
    BAD_CODE("kernel.bad-code"),
    /** {0} the area code, {1} why. */
    BAD_AREA_CODE("kernel.bad-area-code"),
    /** {0} the area code. */
    UNKNOWN_AREA("kernel.unknown-area"),
    /** {0} the amount given. */
    BAD_MONEY("kernel.bad-money"),
    /** {0} what is wrong. */
    BAD_RATE("kernel.bad-rate");

    private final String code;

    KernelError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return this == UNKNOWN_AREA ? ErrorKind.MISSING : ErrorKind.INPUT;
    }
}
