/** Which installation of the software this is: whose, of which level. */
@ApplicationModule(
        id = "instance",
        displayName = "本平台",
        allowedDependencies = {})
@NullMarked
package cn.gov.jiyuan.platform.instance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
