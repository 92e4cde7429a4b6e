package cn.gov.jiyuan.platform.hub.pipeline;

/** Check digits, which every engine computes by these functions (校验位). */
public final class CheckDigits {
    /** Weights of GB 11643 from the last of the 17 digits to the first. */
    private static final int[] WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1, 2, 4, 8, 5, 10, 9, 7};

    private static final byte[] CITIZEN = {'1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'};
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] USCC = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private CheckDigits() {}

    /** The check character of a citizen's number by its 17 digits; something for any other number. */
    public static long citizen(long digits) {
        long rest = digits;
        int sum = 0;
        for (int weight : WEIGHTS) {
            sum += weight * (int) (rest % 10);
            rest /= 10;
        }
        return CITIZEN[Math.floorMod(sum, 11)];
    }

    /** Whether 18 characters are a unified social credit code. */
    public static boolean uscc(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += USCC[i] * value;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
