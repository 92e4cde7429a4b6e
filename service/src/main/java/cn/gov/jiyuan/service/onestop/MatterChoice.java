package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.cases.CaseView;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Which of one's own matters to list; the name stands in the address. */
enum MatterChoice {
    ALL("全部") {
        @Override
        boolean takes(CaseView matter) {
            return true;
        }
    },
    TODO("需要我处理") {
        @Override
        boolean takes(CaseView matter) {
            return MINE.contains(matter.state());
        }
    },
    OPEN("正在办理") {
        @Override
        boolean takes(CaseView matter) {
            return matter.closedAt() == null && !MINE.contains(matter.state());
        }
    },
    CLOSED("已经办结") {
        @Override
        boolean takes(CaseView matter) {
            return matter.closedAt() != null;
        }
    };

    private static final Set<String> MINE = Set.of("correction", "ready");

    private final String label;

    MatterChoice(String label) {
        this.label = label;
    }

    abstract boolean takes(CaseView matter);

    public String label() {
        return label;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MatterChoice of(String key) {
        return Arrays.stream(values())
                .filter(choice -> choice.key().equals(key))
                .findFirst()
                .orElse(ALL);
    }
}
