/**
 * S11 数据归集与共享交换: what departments hold is collected into datasets of the hub, and given to those who may have it.
 * {@code collecting} brings it in; {@code sharing} gives it out.
 */
@ApplicationModule(
        id = "exchange",
        displayName = "数据归集与共享交换",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "database",
            "demo",
            "federation",
            "feed",
            "files",
            "forms",
            "hub",
            "indicators",
            "instance",
            "jobs",
            "keys",
            "messages",
            "parties",
            "portal",
            "records",
            "rules",
            "search"
        })
@NullMarked
package cn.gov.jiyuan.data.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
