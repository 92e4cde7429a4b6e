package cn.gov.jiyuan.kernel.code;

/**
 * Code of a kind of licence (证照类型代码, GB/T 36904-2018): the {@link Uscc} of the body that defines it and three digits.
 *
 * @param value twenty-one characters
 */
public record LicenceTypeCode(String value) {
    public LicenceTypeCode {
        if (!Inspection.accept(CodeKind.LICENCE_TYPE_CODE, check(value)).equals(value)) {
            throw new IllegalArgumentException("not in the form of 21 characters; parse it");
        }
    }

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code} */
    public static LicenceTypeCode parse(String text) {
        return new LicenceTypeCode(Inspection.accept(CodeKind.LICENCE_TYPE_CODE, check(text)));
    }

    /** @param sequence 1 to 999 */
    public static LicenceTypeCode of(Uscc definedBy, int sequence) {
        return new LicenceTypeCode(definedBy.value() + String.format("%03d", sequence));
    }

    public static CodeCheck check(String text) {
        var inspection = new Inspection(text);
        if (inspection.length(21)) {
            String code = inspection.text();
            inspection.part("证照定义机构统一社会信用代码", Uscc.check(code.substring(0, 18)));
            String sequence = code.substring(18);
            inspection.rule("顺序号", sequence.matches("[0-9]{3}"), sequence, "末三位应为数字");
        }
        return inspection.result();
    }

    public Uscc definedBy() {
        return new Uscc(value.substring(0, 18));
    }
}
