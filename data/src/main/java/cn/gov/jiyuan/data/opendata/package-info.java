/** S16 公共数据开放平台: what government may give away, checked before it goes out, counted afterwards, and called back when it must. */
@ApplicationModule(
        id = "opendata",
        displayName = "公共数据开放平台",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "database",
            "demo",
            "feed",
            "files",
            "hub",
            "indicators",
            "jobs",
            "keys",
            "messages",
            "parties",
            "portal",
            "records",
            "rules"
        })
@NullMarked
package cn.gov.jiyuan.data.opendata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
