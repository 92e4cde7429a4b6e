package cn.gov.jiyuan.platform.hub.pipeline;

import java.util.List;

/** Which of several values of one field stands in the golden record (择优规则). Equal ranks are decided by record number. */
public sealed interface Survivorship {
    /** The value of the first origin in the list that has one, of its newest record; one source per item (一数一源). */
    record Priority(List<String> origins) implements Survivorship {
        public Priority {
            origins = List.copyOf(origins);
        }

        @Override
        public List<String> named() {
            return origins;
        }
    }

    /** The newest value. */
    record MostRecent() implements Survivorship {}

    /** The value that most records have, the newest among equals. */
    record Vote() implements Survivorship {}

    /** Origins that it names. */
    default List<String> named() {
        return List.of();
    }

    static Survivorship priority(String... origins) {
        return new Priority(List.of(origins));
    }

    static Survivorship mostRecent() {
        return new MostRecent();
    }

    static Survivorship vote() {
        return new Vote();
    }
}
