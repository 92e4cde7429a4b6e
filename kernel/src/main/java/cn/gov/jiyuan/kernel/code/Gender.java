package cn.gov.jiyuan.kernel.code;

/** Sex as coded by GB/T 2261.1 (性别). */
public enum Gender {
    MALE("1", "男"),
    FEMALE("2", "女");

    private final String code;
    private final String label;

    Gender(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
