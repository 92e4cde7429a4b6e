/** S13 四大基础库: persons and legal entities under ids that never change, their addresses, licences and relations. */
@ApplicationModule(
        id = "registers",
        displayName = "四大基础库",
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "demo",
            "feed",
            "hub",
            "hub :: pipeline",
            "jobs",
            "keys",
            "messages",
            "parties",
            "portal",
            "records",
            "rules"
        })
@NullMarked
package cn.gov.jiyuan.data.registers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
