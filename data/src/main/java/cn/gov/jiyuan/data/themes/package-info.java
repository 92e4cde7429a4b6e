/**
 * S14 八类主题库: what happened in a field, in layers from the source to the figure, with its lineage and freshness; and the
 * space in which it may be analysed. {@code topic} keeps the theme databases; {@code lab} is for those who analyse.
 */
@ApplicationModule(
        id = "themes",
        displayName = "八类主题库",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "database",
            "demo",
            "feed",
            "hub",
            "jobs",
            "keys",
            "parties",
            "records",
            "rules"
        })
@NullMarked
package cn.gov.jiyuan.data.themes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
