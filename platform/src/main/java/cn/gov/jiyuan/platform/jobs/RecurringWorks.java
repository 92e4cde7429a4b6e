package cn.gov.jiyuan.platform.jobs;

import java.util.List;

/** Several recurring works that are known only at start; a bean of this type hands them to the engine. */
public interface RecurringWorks {
    List<RecurringWork> all();
}
