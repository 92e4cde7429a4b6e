/** S28 一体化在线政务服务平台: applying, accepting, reviewing, deciding, delivering a matter (办件). */
@ApplicationModule(
        id = "onestop",
        displayName = "一体化在线政务服务平台（办件）",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "database",
            "demo",
            "documents",
            "feed",
            "files",
            "forms",
            "indicators",
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
package cn.gov.jiyuan.service.onestop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
