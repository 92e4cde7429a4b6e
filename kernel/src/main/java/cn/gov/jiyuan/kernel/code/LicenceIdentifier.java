package cn.gov.jiyuan.kernel.code;

import java.util.List;

/**
 * Identifier of an electronic licence (电子证照标识, GB/T 36904-2018), one per version of the licence. Its check character is
 * that of ISO/IEC 7064 MOD 37,36 over everything but the root.
 *
 * @param issuer {@link Uscc} of the issuing body; six digits of an area stand there in some real licences
 * @param serial 1 to 64 digits and capitals
 * @param version 1 to 999; a changed licence gets the next
 */
public record LicenceIdentifier(LicenceTypeCode type, String issuer, String serial, int version) {
    /** The national arc under which all identifiers stand. */
    public static final String ROOT = "1.2.156.3005.2";

    public LicenceIdentifier {
        String text = print(type, issuer, serial, version);
        if (!Inspection.accept(CodeKind.LICENCE_IDENTIFIER, check(text)).equals(text)) {
            throw new IllegalArgumentException("blanks or small letters inside; parse it");
        }
    }

    public static LicenceIdentifier of(LicenceTypeCode type, Uscc issuer, String serial) {
        return new LicenceIdentifier(type, issuer.value(), serial, 1);
    }

    /**
     * Reads an identifier with or without its root.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code}
     */
    public static LicenceIdentifier parse(String text) {
        String good = Inspection.accept(CodeKind.LICENCE_IDENTIFIER, check(text));
        List<String> parts = parts(good.substring(ROOT.length() + 1));
        return new LicenceIdentifier(
                new LicenceTypeCode(parts.get(0)), parts.get(1), parts.get(2), Integer.parseInt(parts.get(3)));
    }

    public static CodeCheck check(String text) {
        var inspection = new Inspection(text);
        String whole = inspection.text();
        String rest = whole.startsWith(ROOT + ".") ? whole.substring(ROOT.length() + 1) : whole;
        List<String> parts = parts(rest);
        if (inspection.rule("组成", parts.size() == 5, "五段", "去掉 " + ROOT + " 后应为五段：类型.颁发机构.流水号.版本号.校验位")) {
            inspection.rewrite(ROOT + "." + rest);
            content(inspection, parts);
        }
        return inspection.result();
    }

    private static void content(Inspection inspection, List<String> parts) {
        inspection.part("证照类型代码", LicenceTypeCode.check(parts.get(0)));
        issuer(inspection, parts.get(1));
        boolean serial = parts.get(2).matches("[0-9A-Z]{1,64}");
        inspection.rule("流水号", serial, parts.get(2), "流水号应为 1 至 64 位数字或大写字母");
        boolean version = parts.get(3).matches("[0-9]{3}") && !parts.get(3).equals("000");
        inspection.rule("版本号", version, parts.get(3), "版本号应为 001 至 999");
        String body = String.join("", parts.subList(0, 4));
        if (body.matches("[0-9A-Z]*")) {
            boolean right = parts.get(4).equals(String.valueOf(CheckCharacters.mod37And36(body)));
            inspection.rule("校验位", right, "校验位 " + parts.get(4) + " 正确", "校验位不符，标识可能有误写或颠倒");
        }
    }

    private static void issuer(Inspection inspection, String issuer) {
        if (issuer.matches("[0-9]{6}")) {
            inspection.rule("颁发机构代码", true, "六位行政区划码（标准应为统一社会信用代码，实物中存在）", "");
        } else {
            inspection.part("颁发机构代码", Uscc.check(issuer));
        }
    }

    private static List<String> parts(String rest) {
        return List.of(rest.split("\\.", -1));
    }

    private static String print(LicenceTypeCode type, String issuer, String serial, int version) {
        String number = String.format("%03d", version);
        char check = CheckCharacters.mod37And36(type.value() + issuer + serial + number);
        return String.join(".", ROOT, type.value(), issuer, serial, number, String.valueOf(check));
    }

    /** The identifier in full, with root and check character. */
    public String text() {
        return print(type, issuer, serial, version);
    }

    /** The identifier of the licence after a change. */
    public LicenceIdentifier nextVersion() {
        return new LicenceIdentifier(type, issuer, serial, version + 1);
    }

    /** Whether both are versions of one licence. */
    public boolean isSameLicence(LicenceIdentifier other) {
        return type.equals(other.type) && issuer.equals(other.issuer) && serial.equals(other.serial);
    }

    @Override
    public String toString() {
        return text();
    }
}
