/** Batches to and from the province: the contract only. */
@ApplicationModule(
        id = "federation",
        displayName = "上下级对接",
        allowedDependencies = {})
@NullMarked
package cn.gov.jiyuan.platform.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
