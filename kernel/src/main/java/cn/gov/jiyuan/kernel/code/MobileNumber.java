package cn.gov.jiyuan.kernel.code;

/**
 * A mobile telephone number of the mainland (手机号码), eleven digits. Prints masked.
 *
 * @param value the eleven digits
 */
public record MobileNumber(String value) {
    public MobileNumber {
        Inspection.accept(CodeKind.MOBILE_NUMBER, check(value));
        if (value.length() != 11) {
            throw new IllegalArgumentException("not in the form of 11 digits; parse it");
        }
    }

    /**
     * Reads a number with or without +86, blanks and hyphens.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code}
     */
    public static MobileNumber parse(String text) {
        return new MobileNumber(Inspection.accept(CodeKind.MOBILE_NUMBER, check(text)));
    }

    public static CodeCheck check(String text) {
        var inspection = new Inspection(text);
        inspection.rewrite(inspection.text().replace("-", "").replaceFirst("^(\\+|00)86", ""));
        if (inspection.length(11)) {
            inspection.rule("号段", inspection.text().matches("1[3-9][0-9]{9}"), "是手机号码", "手机号码应以 13 至 19 开头，全为数字");
        }
        return inspection.result();
    }

    /** 138****5678. */
    public String masked() {
        return Masking.middle(value, 3, 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
