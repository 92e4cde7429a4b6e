package cn.gov.jiyuan.data.registers.demo;

/** Chance without state (确定性随机数): the same question about the same thing always gets the same answer. */
final class Mix {
    private Mix() {}

    /** 64 well mixed bits for a subject and a question about it. */
    static long bits(long subject, long question) {
        long z = subject * 0x9E3779B97F4A7C15L + question * 0xD1B54A32D192ED03L + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 0 to bound − 1. */
    static int below(int bound, long subject, long question) {
        return (int) Math.unsignedMultiplyHigh(bits(subject, question), bound);
    }

    /** @param perMille how many of a thousand subjects */
    static boolean happens(int perMille, long subject, long question) {
        return below(1000, subject, question) < perMille;
    }
}
