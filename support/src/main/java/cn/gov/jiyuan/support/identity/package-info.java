/** S17 统一身份认证: accounts, logging in, and the capacity in which somebody acts. */
@ApplicationModule(
        id = "identity",
        displayName = "统一身份认证",
        allowedDependencies = {
            "access",
            "audit",
            "cases",
            "database",
            "demo",
            "documents",
            "files",
            "instance",
            "jobs",
            "keys",
            "messages",
            "parties",
            "portal",
            "records",
            "rules"
        })
@NullMarked
package cn.gov.jiyuan.support.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
