package cn.gov.jiyuan.kernel.code;

/**
 * Code of one way of handling an item (业务办理项编码): the {@link ItemImplementationCode} and 01 to 99.
 *
 * @param value thirty-three characters
 */
public record ItemHandlingCode(String value) {
    public ItemHandlingCode {
        if (!Inspection.accept(CodeKind.ITEM_HANDLING_CODE, check(value)).equals(value)) {
            throw new IllegalArgumentException("not in the form of 33 characters; parse it");
        }
    }

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code kernel.bad-code} */
    public static ItemHandlingCode parse(String text) {
        return new ItemHandlingCode(Inspection.accept(CodeKind.ITEM_HANDLING_CODE, check(text)));
    }

    /** @param sequence 1 to 99 */
    public static ItemHandlingCode of(ItemImplementationCode implementation, int sequence) {
        return new ItemHandlingCode(implementation.value() + String.format("%02d", sequence));
    }

    public static CodeCheck check(String text) {
        var inspection = new Inspection(text);
        if (inspection.length(33)) {
            String code = inspection.text();
            inspection.part("实施编码", ItemImplementationCode.check(code.substring(0, 31)));
            String sequence = code.substring(31);
            boolean good = sequence.matches("[0-9]{2}") && !sequence.equals("00");
            inspection.rule("业务办理项顺序", good, sequence, "末两位应为 01 至 99");
        }
        return inspection.result();
    }

    public ItemImplementationCode implementation() {
        return new ItemImplementationCode(value.substring(0, 31));
    }

    /** 1 to 99. */
    public int sequence() {
        return Integer.parseInt(value.substring(31));
    }
}
