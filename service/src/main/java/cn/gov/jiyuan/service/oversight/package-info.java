/** S31 电子监察: rules find what went wrong in the handling of matters; the unit answers for each card (牌). */
@ApplicationModule(
        id = "oversight",
        displayName = "电子监察",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "database",
            "demo",
            "feed",
            "indicators",
            "jobs",
            "messages",
            "parties",
            "records",
            "rules"
        })
@NullMarked
package cn.gov.jiyuan.service.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
