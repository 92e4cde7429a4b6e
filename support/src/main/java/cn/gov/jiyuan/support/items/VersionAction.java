package cn.gov.jiyuan.support.items;

import static cn.gov.jiyuan.contracts.items.VersionState.APPROVED;
import static cn.gov.jiyuan.contracts.items.VersionState.CANCELLED;
import static cn.gov.jiyuan.contracts.items.VersionState.DRAFT;
import static cn.gov.jiyuan.contracts.items.VersionState.LEGAL_REVIEW;
import static cn.gov.jiyuan.contracts.items.VersionState.PUBLISHED;
import static cn.gov.jiyuan.contracts.items.VersionState.REVIEW;
import static cn.gov.jiyuan.contracts.items.VersionState.SUPERSEDED;

import cn.gov.jiyuan.contracts.items.VersionState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done with a version, and the one table of its states (版本流转表). */
enum VersionAction {
    SAVE("保存", DRAFT, DRAFT),
    SUBMIT("提交审核", DRAFT, REVIEW),
    PASS("部门初审通过", REVIEW, LEGAL_REVIEW),
    CLEAR("法制审核通过", LEGAL_REVIEW, APPROVED),
    RETURN("退回修改", EnumSet.of(REVIEW, LEGAL_REVIEW, APPROVED), DRAFT),
    PUBLISH("发布", APPROVED, PUBLISHED),
    DISCARD("撤销编制", DRAFT, CANCELLED),
    /** A newer version takes effect. */
    SUPERSEDE("替代", PUBLISHED, SUPERSEDED),
    /** The item as a whole is cancelled. */
    CANCEL("取消", PUBLISHED, CANCELLED);

    private final String label;
    private final Set<VersionState> from;
    private final VersionState to;

    VersionAction(String label, VersionState from, VersionState to) {
        this(label, EnumSet.of(from), to);
    }

    VersionAction(String label, Set<VersionState> from, VersionState to) {
        this.label = label;
        this.from = from;
        this.to = to;
    }

    String label() {
        return label;
    }

    VersionState to() {
        return to;
    }

    boolean allowedIn(VersionState state) {
        return from.contains(state);
    }

    static List<VersionAction> of(VersionState state) {
        return java.util.Arrays.stream(values()).filter(a -> a.allowedIn(state)).toList();
    }
}
