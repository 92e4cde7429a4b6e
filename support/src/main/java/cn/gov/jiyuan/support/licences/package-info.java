/** S21 统一电子证照: licence types, issuing with seal, holding, verification by anyone. */
@ApplicationModule(
        id = "licences",
        displayName = "统一电子证照",
        allowedDependencies = {
            "access",
            "audit",
            "conformance",
            "database",
            "demo",
            "documents",
            "feed",
            "files",
            "jobs",
            "keys",
            "parties",
            "portal",
            "records",
            "search"
        })
@NullMarked
package cn.gov.jiyuan.support.licences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
