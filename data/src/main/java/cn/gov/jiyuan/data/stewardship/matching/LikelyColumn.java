package cn.gov.jiyuan.data.stewardship.matching;

import cn.gov.jiyuan.platform.hub.Dataset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a dataset probably holds a field of matching, by its name or title. */
final class LikelyColumn {
    /** A field of the model: what people call it, and words that name it in columns. */
    private record Words(String label, List<String> any) {}

    private static final Map<String, Words> FIELDS = Map.of(
            "name", new Words("姓名", List.of("name", "姓名")),
            "birth", new Words("出生日期", List.of("birth", "出生")),
            "phone", new Words("手机号", List.of("phone", "mobile", "手机", "电话")),
            "gender", new Words("性别", List.of("gender", "sex", "性别")),
            "address", new Words("住址", List.of("address", "住址", "地址")));

    private LikelyColumn() {}

    static String label(String field) {
        Words words = FIELDS.get(field);
        return words == null ? field : words.label();
    }

    static Optional<String> of(String field, Dataset dataset) {
        Words words = FIELDS.get(field);
        return words == null
                ? Optional.empty()
                : dataset.columns().stream()
                        .filter(column -> words.any().stream()
                                .anyMatch(word -> column.name().contains(word)
                                        || column.title().contains(word)))
                        .map(column -> column.name())
                        .findFirst();
    }
}
