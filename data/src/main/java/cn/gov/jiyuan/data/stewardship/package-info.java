/**
 * S12 数据治理: standards, quality by rules, one source for each item, classes and grades, assets, and the score of each
 * department. The parts live in packages of their own; none of them ever writes into a department's data.
 */
@ApplicationModule(
        id = "stewardship",
        displayName = "数据治理",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "database",
            "demo",
            "feed",
            "hub",
            "indicators",
            "jobs",
            "keys",
            "messages",
            "parties",
            "records",
            "rules"
        })
@NullMarked
package cn.gov.jiyuan.data.stewardship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
