/** S30 政务服务好差评: one rating per matter, which nobody can change or delete; bad ones are put right by a case of their own. */
@ApplicationModule(
        id = "reviews",
        displayName = "政务服务好差评",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "conformance",
            "database",
            "demo",
            "feed",
            "indicators",
            "jobs",
            "keys",
            "messages",
            "parties",
            "portal",
            "records",
            "rules"
        })
@NullMarked
package cn.gov.jiyuan.service.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
