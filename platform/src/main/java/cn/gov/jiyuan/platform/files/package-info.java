/** Content-addressed files with limits on size and kind. */
@ApplicationModule(
        id = "files",
        displayName = "文件",
        allowedDependencies = {"database", "keys"})
@NullMarked
package cn.gov.jiyuan.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
