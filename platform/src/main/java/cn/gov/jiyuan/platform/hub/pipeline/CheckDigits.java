package cn.gov.jiyuan.platform.hub.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBFunctions;

/** Check digits as functions of the engine (校验位). */
final class CheckDigits {
    /** Weights of GB 11643 from the last of the 17 digits to the first. */
    private static final int[] WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1, 2, 4, 8, 5, 10, 9, 7};

    private static final byte[] CITIZEN = {'1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'};
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] USCC = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private CheckDigits() {}

    static void register(Connection connection) throws SQLException {
        DuckDBFunctions.scalarFunction()
                .withName("citizen_check")
                .withParameter(Long.class)
                .withReturnType(Long.class)
                .withLongFunction(CheckDigits::citizen)
                .register(connection);
        DuckDBFunctions.scalarFunction()
                .withName("uscc_check")
                .withParameter(String.class)
                .withReturnType(Boolean.class)
                .withFunction(CheckDigits::uscc)
                .register(connection);
    }

    /** The check character of a citizen's number by its 17 digits. */
    static long citizen(long digits) {
        long rest = digits;
        int sum = 0;
        for (int weight : WEIGHTS) {
            sum += weight * (int) (rest % 10);
            rest /= 10;
        }
        return CITIZEN[sum % 11];
    }

    /** Whether 18 characters are a unified social credit code. */
    static boolean uscc(String code) {
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
