/** What standards, accepted scenarios and targets of the plan hold, told from what is running (达标情况). */
@ApplicationModule(
        id = "conformance",
        displayName = "达标情况",
        allowedDependencies = {"access", "indicators", "rules"})
@NullMarked
package cn.gov.jiyuan.platform.conformance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
