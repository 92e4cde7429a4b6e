/** The data hub (数据中枢): datasets in versions, landed by batches, read in sessions that can harm nothing. */
@ApplicationModule(
        id = "hub",
        displayName = "数据中枢",
        allowedDependencies = {"audit", "database", "feed", "jobs", "keys"})
@NullMarked
package cn.gov.jiyuan.platform.hub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
