/** S20 政务服务事项管理. */
@ApplicationModule(
        id = "items",
        displayName = "政务服务事项管理",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "conformance",
            "database",
            "demo",
            "documents",
            "feed",
            "files",
            "forms",
            "jobs",
            "parties",
            "portal",
            "records",
            "rules",
            "search",
            "sheets"
        })
@NullMarked
package cn.gov.jiyuan.support.items;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
