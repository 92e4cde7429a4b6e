package cn.gov.jiyuan.platform.portal;

import cn.gov.jiyuan.kernel.error.ErrorKind;
import cn.gov.jiyuan.kernel.error.Fault;
import org.jspecify.annotations.Nullable;

/** Finds out whether a failure only means that too many came at once (繁忙); layers in between wrap what they cannot know. */
final class Busy {
    private Busy() {}

    static @Nullable Fault behind(@Nullable Object failure) {
        if (failure instanceof Fault fault && fault.code().kind() == ErrorKind.BUSY) {
            return fault;
        }
        return failure instanceof Throwable thrown ? behind(thrown.getCause()) : null;
    }
}
