package cn.gov.jiyuan.kernel.time;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.error.KernelError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stop of the clock, for a hearing or an inspection (除外时间). Neither the day of pausing nor the day of resuming is
 * counted; the clock goes on the day after.
 *
 * @param from day of pausing
 * @param to day of resuming; null while the clock stands
 * @param reason 检验
 */
public record Pause(LocalDate from, @Nullable LocalDate to, String reason) {
    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new Fault(KernelError.BAD_PAUSE, from, to);
        }
    }
}
