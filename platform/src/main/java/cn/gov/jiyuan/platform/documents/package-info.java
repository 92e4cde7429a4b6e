/** Template to OFD and PDF, numbering, seals of GB/T 38540 and their verification. */
@ApplicationModule(
        id = "documents",
        displayName = "文书",
        allowedDependencies = {"database", "keys"})
@NullMarked
package cn.gov.jiyuan.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
