/** Loads deterministic demo data through the engines’ bulk paths, with visible progress. */
@ApplicationModule(
        id = "demo",
        displayName = "演示数据",
        allowedDependencies = {"access", "instance", "jobs"})
@NullMarked
package cn.gov.jiyuan.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
