/** S18 统一电子印章: the units' seals and every use of them. */
@ApplicationModule(
        id = "seals",
        displayName = "统一电子印章",
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "demo",
            "documents",
            "feed",
            "jobs",
            "keys",
            "parties",
            "portal",
            "records"
        })
@NullMarked
package cn.gov.jiyuan.support.seals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
