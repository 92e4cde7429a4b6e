/** S10 政务信息资源目录: what data there are, who provides them, how they are shared, and whether they keep fresh. */
@ApplicationModule(
        id = "catalogue",
        displayName = "政务信息资源目录",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "database",
            "demo",
            "feed",
            "hub",
            "indicators",
            "instance",
            "jobs",
            "messages",
            "parties",
            "portal",
            "records",
            "rules",
            "search",
            "sheets"
        })
@NullMarked
package cn.gov.jiyuan.data.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
