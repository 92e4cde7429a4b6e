package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import java.util.ArrayList;
import java.util.List;

/**
 * How many of the thirteen core metadata (核心元数据) an entry has. Class, code and provider come with the entry, the day of
 * publication with the version; related resources may be none.
 *
 * @param missing names of those that are not there
 */
record CoreMetadata(int filled, List<String> missing) {
    static final int ALL = 13;

    /** @param leastSummary characters that a summary must have */
    static CoreMetadata of(Content content, String uscc, long leastSummary) {
        List<String> missing = new ArrayList<>();
        need(!content.name().isEmpty(), "信息资源名称", missing);
        need(!uscc.isEmpty(), "提供方代码", missing);
        need(content.summary().codePointCount(0, content.summary().length()) >= leastSummary, "信息资源摘要", missing);
        need(content.format() != null, "信息资源格式", missing);
        need(!content.items().isEmpty(), "信息项信息", missing);
        need(isShared(content), "共享属性", missing);
        need(isOpened(content), "开放属性", missing);
        need(content.cycle() != null, "更新周期", missing);
        return new CoreMetadata(ALL - missing.size(), List.copyOf(missing));
    }

    boolean complete() {
        return missing.isEmpty();
    }

    private static boolean isShared(Content content) {
        SharingType sharing = content.sharing();
        if (sharing == null) {
            return false;
        }
        return switch (sharing) {
            case NONE -> !content.basis().isEmpty();
            case CONDITIONAL -> !content.sharingCondition().isEmpty() && content.sharingMode() != null;
            case UNCONDITIONAL -> content.sharingMode() != null;
        };
    }

    private static boolean isOpened(Content content) {
        return content.open() != null
                && (content.open() != OpenType.CONDITIONAL
                        || !content.openCondition().isEmpty());
    }

    private static void need(boolean there, String name, List<String> missing) {
        if (!there) {
            missing.add(name);
        }
    }
}
