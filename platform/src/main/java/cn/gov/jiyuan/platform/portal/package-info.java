/** Layout, navigation, modes of reading, error pages and security of the server-rendered portal. */
@ApplicationModule(
        id = "portal",
        displayName = "门户框架",
        allowedDependencies = {"access", "files", "jobs", "keys", "messages"})
@NullMarked
package cn.gov.jiyuan.platform.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
