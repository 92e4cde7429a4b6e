package cn.gov.jiyuan.support.items;

import java.util.List;

/** One reason why a version may not be published yet. @param pointer JSON pointer into the content */
record Shortfall(String pointer, ItemsError error, List<Object> arguments) {
    static Shortfall at(String pointer, ItemsError error, Object... arguments) {
        return new Shortfall(pointer, error, List.of(arguments));
    }
}
