package cn.gov.jiyuan.data.registers.demo;

/**
 * Record numbers of invented sources (记录号): they tell nothing about who is meant, yet can be undone by who judges the
 * matching. An odd number and its inverse modulo 2^40.
 */
final class Stirring {
    private static final long FACTOR = 0x5DEECE66DL;
    private static final long MASK = (1L << 40) - 1;
    private static final long INVERSE = inverse();
    /** Source and copy stand below the number of the thing. */
    private static final int LOW = 3;

    private Stirring() {}

    /** @param source 0 to 3 @param copy 0 or 1 */
    static long subject(long number, int source, int copy) {
        return number << LOW | (long) source << 1 | copy;
    }

    static long record(long subject) {
        return (subject * FACTOR) & MASK;
    }

    static long truthOf(long record) {
        return ((record * INVERSE) & MASK) >> LOW;
    }

    /** {@link #truthOf} in SQL over a column of records. */
    static String truthSql(String column) {
        return "cast((cast(" + column + " as hugeint) * " + INVERSE + ") % " + (MASK + 1) + " as bigint) // "
                + (1 << LOW);
    }

    private static long inverse() {
        long x = FACTOR;
        for (int i = 0; i < 6; i++) {
            x *= 2 - FACTOR * x;
        }
        return x & MASK;
    }
}
