package cn.gov.jiyuan.platform.rules;

/**
 * Where a value comes from (依据).
 *
 * @param law title without quotes
 * @param number document number (文号), may be empty
 * @param clause article or paragraph (条款), may be empty
 */
public record LegalBasis(String law, String number, String clause, Confidence confidence) {
    /** “按《…》第…条”. */
    public String text() {
        return switch (confidence) {
            case SURE -> "按《" + law + "》" + clause;
            case UNSURE -> clause.isEmpty() ? law : law + "（" + clause + "）";
            case DESIGN -> law + "（" + clause + "）";
        };
    }
}
