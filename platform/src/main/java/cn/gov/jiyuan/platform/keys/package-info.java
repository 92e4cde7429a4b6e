/** Key vault, SM2 certificates, encrypted columns with blind index. */
@ApplicationModule(
        id = "keys",
        displayName = "密钥",
        allowedDependencies = {"database"})
@NullMarked
package cn.gov.jiyuan.platform.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
