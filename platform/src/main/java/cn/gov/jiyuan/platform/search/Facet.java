package cn.gov.jiyuan.platform.search;

/** One value of a property by which hits can be narrowed (分面), as it stands in the index. */
final class Facet {
    private static final char BETWEEN = '\u001f';

    private Facet() {}

    static String key(String name, String value) {
        return name + BETWEEN + value;
    }

    static String name(String key) {
        return key.substring(0, key.indexOf(BETWEEN));
    }

    static String value(String key) {
        return key.substring(key.indexOf(BETWEEN) + 1);
    }
}
