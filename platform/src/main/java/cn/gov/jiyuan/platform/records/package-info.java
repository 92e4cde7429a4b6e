/** The descriptor of a record type, from which list, filter, export, masking, OpenAPI and drill-down derive. */
@ApplicationModule(
        id = "records",
        displayName = "记录",
        allowedDependencies = {"access", "audit", "feed", "keys", "search"})
@NullMarked
package cn.gov.jiyuan.platform.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
