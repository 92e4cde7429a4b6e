package cn.gov.jiyuan.hubspark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts the tasks that each process of a cluster did. */
public final class TaskCount extends SparkListener {
    static final Map<String, Long> BY_EXECUTOR = new ConcurrentHashMap<>();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().successful()) {
            BY_EXECUTOR.merge(end.taskInfo().executorId(), 1L, Long::sum);
        }
    }
}
