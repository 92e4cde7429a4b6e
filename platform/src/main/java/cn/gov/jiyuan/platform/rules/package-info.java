/** Versioned parameters with legal basis, and DMN tables with FEEL. */
@ApplicationModule(
        id = "rules",
        displayName = "规则",
        allowedDependencies = {"access", "audit"})
@NullMarked
package cn.gov.jiyuan.platform.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
