package cn.gov.jiyuan.platform.conformance;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that a standard asks and that can be looked up in what is running (标准条目的实时检查). A system publishes each
 * as a bean; the check runs over the system's own store, seldom, and must be bounded.
 *
 * @param standard number of the standard, GB/T 39046—2020
 * @param asks what the standard asks, in one sentence
 */
public record Claim(String standard, String asks, Supplier<Finding> check) {
    /**
     * What was found just now.
     *
     * @param state whether it holds
     * @param sentence what was counted or tried, with numbers
     * @param path page where anybody can see it; null if there is none
     */
    public record Finding(
            State state, String sentence, @Nullable String path) {
        /** All of so many hold; with none to look at nothing can be said. */
        public static Finding ofCount(long good, long all, String of, @Nullable String path) {
            State state = all == 0 ? State.NO_DATA : good == all ? State.HOLDS : State.FAILS;
            return new Finding(state, all == 0 ? of + "：还没有可以检查的" : of + "：" + all + " 项中 " + good + " 项符合", path);
        }
    }

    /** Whether something holds. */
    public enum State {
        HOLDS("达到"),
        FAILS("没有达到"),
        NO_DATA("还没有数据"),
        /** Not looked up live, but proved by tests at the last full run. */
        TESTED("由测试证明");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
