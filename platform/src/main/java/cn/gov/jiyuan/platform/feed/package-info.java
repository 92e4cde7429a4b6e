/** One append-only, ordered change feed written in the transaction of the change. */
@ApplicationModule(
        id = "feed",
        displayName = "变更流",
        allowedDependencies = {"access", "audit", "database", "jobs"})
@NullMarked
package cn.gov.jiyuan.platform.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
