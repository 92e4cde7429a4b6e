/** One policy of rows and columns for page, API, export and search: roles × unit × area × classification. */
@ApplicationModule(
        id = "access",
        displayName = "权限",
        allowedDependencies = {})
@NullMarked
package cn.gov.jiyuan.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
