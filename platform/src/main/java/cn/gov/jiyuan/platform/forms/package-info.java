/** One JSON Schema per form, validated on the server, rendered on portal and workbench. */
@ApplicationModule(
        id = "forms",
        displayName = "表单",
        allowedDependencies = {"access"})
@NullMarked
package cn.gov.jiyuan.platform.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
