package cn.gov.jiyuan.platform.cases;

/**
 * One legal clock of a case type (时限). A case may run several at once: the law's and the promised one.
 *
 * @param label “承诺办结时限”
 * @param prolongations how often it may be prolonged; 0 never
 */
public record ClockSpec(String id, String label, Kind kind, int prolongations) {
    /** Whose limit it is. */
    public enum Kind {
        STATUTORY("法定"),
        PROMISED("承诺"),
        DELIVERY("送达"),
        CORRECTION("补正"),
        INTERNAL("内部");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
