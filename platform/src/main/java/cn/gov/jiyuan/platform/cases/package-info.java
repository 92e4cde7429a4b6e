/** What is being done: transition tables, the only task table and inbox, evidence, timeline and legal clocks. */
@ApplicationModule(
        id = "cases",
        displayName = "办理",
        allowedDependencies = {"access", "audit", "database", "feed", "files", "jobs", "keys", "rules"})
@NullMarked
package cn.gov.jiyuan.platform.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
