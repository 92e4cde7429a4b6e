package cn.gov.jiyuan.kernel.matching;

import java.util.HashSet;
import java.util.Set;

/** How two values of a field are held against each other (比较方法). */
public enum Comparison {
    /** Names and codes, in their plain form. */
    NAME {
        @Override
        boolean agree(String one, String other) {
            return PlainText.of(one).equals(PlainText.of(other));
        }
    },
    /** Days and numbers: the digits are the same, however they are parted. */
    DIGITS {
        @Override
        boolean agree(String one, String other) {
            return PlainText.digits(one).equals(PlainText.digits(other));
        }
    },
    /** Addresses: nearly the same pairs of characters (Dice ≥ 0.85), for people leave out 市, 街道 and 号. */
    ADDRESS {
        @Override
        boolean agree(String one, String other) {
            return dice(pairs(PlainText.of(one)), pairs(PlainText.of(other))) >= ALIKE;
        }
    };

    private static final double ALIKE = 0.85;

    abstract boolean agree(String one, String other);

    private static double dice(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long both = one.stream().filter(other::contains).count();
        return 2.0 * both / (one.size() + other.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
