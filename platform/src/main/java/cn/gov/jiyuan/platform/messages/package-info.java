/** In-app messages, mail and text messages by channel. */
@ApplicationModule(
        id = "messages",
        displayName = "消息",
        allowedDependencies = {"access", "jobs"})
@NullMarked
package cn.gov.jiyuan.platform.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
