package cn.gov.jiyuan.data.stewardship;

import cn.gov.jiyuan.platform.records.Dictionary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Dictionaries of the records of stewardship, made of enums. */
public final class Codes {
    private Codes() {}

    public static <T extends Enum<T>> Dictionary of(String id, String name, T[] values, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (T value : values) {
            labels.put(value.name(), label.apply(value));
        }
        return new Dictionary("stewardship." + id, name, labels);
    }
}
