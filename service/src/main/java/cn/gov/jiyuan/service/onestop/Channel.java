package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.records.Dictionary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which channel the applicant dealt with us in a step (办理渠道): codes of 办理形式 in the national exchange tables. A
 * matter keeps the channel of each such step; one step in person and it was not handled wholly online.
 */
enum Channel {
    WINDOW("1", "窗口"),
    COMPUTER("2", "电脑端网上"),
    MOBILE("3", "移动端"),
    COURIER("4", "快递"),
    OTHER("9", "其他");

    static final String ORIGIN = "channel";
    static final String STEPS = "channels";
    static final String OFFLINE = "offline";
    static final String OFFLINE_STEP = "offlineStep";

    static final Dictionary DICTIONARY = dictionary();

    private final String code;
    private final String label;

    Channel(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    /** Whether the applicant need not come: a courier comes to him. */
    boolean online() {
        return this == COMPUTER || this == MOBILE || this == COURIER;
    }

    /** The channel of an action in which the applicant had a part; empty for what officials do among themselves. */
    static Optional<Channel> of(String action, @Nullable Object origin, ActionInput input) {
        return Optional.ofNullable(
                switch (action) {
                    case "submit" -> "3".equals(origin) ? MOBILE : COMPUTER;
                    case "correct", "collect", "withdraw" -> COMPUTER;
                    case "receive", "receive-originals", "correct-at-window" -> WINDOW;
                    case "deliver" ->
                        switch (String.valueOf(input.data().get("method"))) {
                            case "counter" -> WINDOW;
                            case "post" -> COURIER;
                            default -> COMPUTER;
                        };
                    default -> null;
                });
    }

    /** What a matter keeps of a step. */
    static Map<String, Object> noted(CaseView matter, String action, String label, ActionInput input, Instant at) {
        return noted(matter.data(), action, label, input, at);
    }

    static Map<String, Object> noted(
            Map<String, Object> known, String action, String label, ActionInput input, Instant at) {
        Optional<Channel> found = of(action, known.get(ORIGIN), input);
        if (found.isEmpty()) {
            return Map.of();
        }
        List<Object> steps = new ArrayList<>(known.get(STEPS) instanceof List<?> before ? before : List.of());
        steps.add(Map.of("action", action, "channel", found.get().code, "at", at.toString()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(STEPS, steps);
        if (!found.get().online() && known.get(OFFLINE) == null) {
            facts.put(OFFLINE, found.get().code);
            facts.put(OFFLINE_STEP, label);
        }
        return facts;
    }

    private static Dictionary dictionary() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Channel channel : values()) {
            labels.put(channel.code, channel.label);
        }
        return new Dictionary("onestop.channel", "办理渠道", labels);
    }
}
