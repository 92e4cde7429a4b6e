package cn.gov.jiyuan.contracts.items;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For whom an item is (服务对象), as people look for it: for themselves, or for the firm or organisation they act for. */
public enum Audience {
    PERSON("person", "个人"),
    FIRM("enterprise", "企业和单位");

    private final String parameter;
    private final String label;

    Audience(String parameter, String label) {
        this.parameter = parameter;
        this.label = label;
    }

    /** As it stands in addresses. */
    public String parameter() {
        return parameter;
    }

    public String label() {
        return label;
    }

    public static Optional<Audience> of(@Nullable String parameter) {
        for (Audience one : values()) {
            if (one.parameter.equals(parameter)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
