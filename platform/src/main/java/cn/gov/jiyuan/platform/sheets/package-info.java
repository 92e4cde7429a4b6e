/** Uploaded tables (表格导入): read in little memory, taken row by row in the background, answered for row by row. */
@ApplicationModule(
        id = "sheets",
        displayName = "表格导入",
        allowedDependencies = {"access", "audit", "files", "jobs", "portal"})
@NullMarked
package cn.gov.jiyuan.platform.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
