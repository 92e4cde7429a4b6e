/** Natural persons, legal entities, officials and units under opaque ids. */
@ApplicationModule(
        id = "parties",
        displayName = "主体",
        allowedDependencies = {"access", "audit", "database", "demo", "instance", "jobs", "keys", "records"})
@NullMarked
package cn.gov.jiyuan.platform.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
