package cn.gov.jiyuan.service.reviews;

import java.util.Arrays;
import java.util.List;

/** How satisfied somebody is (满意度, GB/T 39735-2020): 1 is best, 4 and 5 are bad reviews (差评). */
enum Satisfaction {
    VERY_SATISFIED(1, "非常满意", List.of("办理快", "态度好", "材料少", "指南清楚")),
    SATISFIED(2, "满意", List.of("办理快", "态度好", "材料少", "指南清楚")),
    FAIRLY_SATISFIED(3, "基本满意", List.of("还可以更快", "说明可以更清楚", "材料可以更少")),
    DISSATISFIED(4, "不满意", List.of("办理慢", "态度差", "材料多", "指南不准", "多次跑腿")),
    VERY_DISSATISFIED(5, "非常不满意", List.of("办理慢", "态度差", "材料多", "指南不准", "多次跑腿"));

    private final int code;
    private final String label;
    private final List<String> tags;

    Satisfaction(int code, String label, List<String> tags) {
        this.code = code;
        this.label = label;
        this.tags = tags;
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    public List<String> tags() {
        return tags;
    }

    /** Tags of all degrees, each once. */
    static List<String> allTags() {
        return Arrays.stream(values())
                .flatMap(degree -> degree.tags.stream())
                .distinct()
                .toList();
    }

    static Satisfaction of(int code) {
        return values()[code - 1];
    }
}
