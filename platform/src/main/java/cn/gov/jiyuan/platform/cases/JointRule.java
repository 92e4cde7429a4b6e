package cn.gov.jiyuan.platform.cases;

/**
 * When a joint sign is decided (会签规则).
 *
 * @param percent share of all members that must agree, for {@link Kind#RATIO}
 */
public record JointRule(Kind kind, int percent) {
    /** 全部同意, 任一同意, 按比例. */
    public enum Kind {
        ALL("全部同意"),
        ANY("任一同意"),
        RATIO("达到比例");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How a joint sign ended. */
    public enum Result {
        PENDING("会签中"),
        AGREED("会签通过"),
        DISAGREED("会签未通过"),
        /** The host returned, the applicant withdrew or the host called it off before it was decided. */
        DISSOLVED("会签终止");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static final JointRule ALL = new JointRule(Kind.ALL, 100);
    public static final JointRule ANY = new JointRule(Kind.ANY, 0);

    public JointRule {
        if (kind == Kind.RATIO && (percent < 1 || percent > 100)) {
            throw new IllegalArgumentException("percent " + percent);
        }
    }

    public static JointRule ratio(int percent) {
        return new JointRule(Kind.RATIO, percent);
    }

    /** How many of the members must agree. */
    public int needed(int members) {
        return switch (kind) {
            case ALL -> members;
            case ANY -> 1;
            case RATIO -> (members * percent + 99) / 100;
        };
    }

    /** Decided as soon as enough agree, or as soon as enough can no longer agree. */
    public Result result(int members, int agreed, int disagreed) {
        int needed = needed(members);
        if (agreed >= needed) {
            return Result.AGREED;
        }
        return members - disagreed < needed ? Result.DISAGREED : Result.PENDING;
    }
}
