package cn.gov.jiyuan.platform.records;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a personal value is shown to those who need not know it (脱敏). */
public enum Mask {
    /** 张*: the surname stays. */
    NAME {
        @Override
        String hide(String clear) {
            int first = clear.offsetByCodePoints(0, 1);
            return clear.substring(0, first) + stars(clear.codePointCount(first, clear.length()));
        }
    },
    /** The first and last place of an identity number stay. */
    ID_NUMBER {
        @Override
        String hide(String clear) {
            return keep(clear, 1, 1);
        }
    },
    /** 138****1234. */
    PHONE {
        @Override
        String hide(String clear) {
            return clear.length() >= 11 ? keep(clear, 3, 4) : keep(clear, 0, 2);
        }
    },
    /** The address down to the town or subdistrict. */
    ADDRESS {
        @Override
        String hide(String clear) {
            Matcher town = TOWN.matcher(clear);
            return town.find() ? clear.substring(0, town.end()) + "****" : "****";
        }
    },
    /** The last four places of an account stay. */
    ACCOUNT {
        @Override
        String hide(String clear) {
            return keep(clear, 0, 4);
        }
    },
    /** Nothing stays, not even the length. */
    ALL {
        @Override
        String hide(String clear) {
            return "****";
        }
    };

    private static final Pattern TOWN = Pattern.compile("街道|镇|乡");

    abstract String hide(String clear);

    /** The masked form; empty stays empty. */
    public String of(String clear) {
        return clear.isEmpty() ? "" : hide(clear);
    }

    /** Keeps both ends, but never more than two thirds of the value. */
    private static String keep(String clear, int head, int tail) {
        int length = clear.length();
        if ((head + tail) * 3 > length * 2) {
            return stars(length);
        }
        return clear.substring(0, head) + stars(length - head - tail) + clear.substring(length - tail);
    }

    private static String stars(int count) {
        return "*".repeat(Math.max(1, count));
    }
}
