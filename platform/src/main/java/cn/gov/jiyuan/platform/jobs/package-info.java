/** Leased roles, so that two nodes never do the same work, and long jobs with progress. */
@ApplicationModule(
        id = "jobs",
        displayName = "任务调度",
        allowedDependencies = {"access", "database"})
@NullMarked
package cn.gov.jiyuan.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
