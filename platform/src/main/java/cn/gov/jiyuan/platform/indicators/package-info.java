/** A definition is numerator, denominator, scope, exclusions and as-of; each value drills down to its rows. */
@ApplicationModule(
        id = "indicators",
        displayName = "指标",
        allowedDependencies = {"access", "demo", "jobs"})
@NullMarked
package cn.gov.jiyuan.platform.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
