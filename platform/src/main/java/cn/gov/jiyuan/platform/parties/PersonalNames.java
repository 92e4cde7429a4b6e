package cn.gov.jiyuan.platform.parties;

/** Masks names of natural persons: the family name and the last character of longer names stay. */
final class PersonalNames {
    private PersonalNames() {}

    static String masked(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= 1) {
            return "*";
        }
        String first = name.substring(0, name.offsetByCodePoints(0, 1));
        if (length == 2) {
            return first + "*";
        }
        return first + "*".repeat(length - 2) + name.substring(name.offsetByCodePoints(0, length - 1));
    }
}
