package cn.gov.jiyuan.kernel.code;

/** The four check characters in use, computed over a body of permitted characters. */
final class CheckCharacters {
    static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CITIZEN = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] USCC = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};

    private CheckCharacters() {}

    /** GB 11643: MOD 11-2 over 17 digits. */
    static char citizen(CharSequence body) {
        int sum = 0;
        for (int i = 0; i < CITIZEN.length; i++) {
            sum += CITIZEN[i] * (body.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** GB 32100: modulus 31 over 17 characters. */
    static char uscc(String body) {
        int sum = 0;
        for (int i = 0; i < USCC.length; i++) {
            sum += USCC[i] * USCC_ALPHABET.indexOf(body.charAt(i));
        }
        return USCC_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** GB 11714: modulus 11 over 8 characters. */
    static char organisation(String body) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION.length; i++) {
            sum += ORGANISATION[i] * Character.digit(body.charAt(i), 36);
        }
        return "0X987654321".charAt(sum % 11);
    }

    /** ISO/IEC 7064 MOD 37,36 over digits and upper-case letters. */
    static char mod37And36(CharSequence body) {
        int p = 36;
        for (int i = 0; i < body.length(); i++) {
            p = (p + Character.digit(body.charAt(i), 36)) % 36;
            p = (p == 0 ? 36 : p) * 2 % 37;
        }
        int value = (37 - p) % 36;
        return Character.toUpperCase(Character.forDigit(value, 36));
    }
}
