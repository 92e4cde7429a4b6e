/** Batches to and from other installations, of the province and of cities: closed, signed, in order, answered row by row. */
@ApplicationModule(
        id = "federation",
        displayName = "省市级联",
        allowedDependencies = {"access", "audit", "database", "feed", "instance", "jobs", "keys", "portal", "records"})
@NullMarked
package cn.gov.jiyuan.platform.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
