/** Every state change as an event, linked into an SM3 hash chain by a leased sealer and verifiable offline. */
@ApplicationModule(
        id = "audit",
        displayName = "审计",
        allowedDependencies = {"access", "database", "jobs", "keys"})
@NullMarked
package cn.gov.jiyuan.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
