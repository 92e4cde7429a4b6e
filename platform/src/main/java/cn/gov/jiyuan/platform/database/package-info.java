/** The embedded PostgreSQL, migrations per schema, backup and restore. */
@ApplicationModule(
        id = "database",
        displayName = "数据库",
        allowedDependencies = {})
@NullMarked
package cn.gov.jiyuan.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
