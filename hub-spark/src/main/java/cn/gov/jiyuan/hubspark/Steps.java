package cn.gov.jiyuan.hubspark;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.pipeline.PipelineError;
import java.util.concurrent.Callable;

/** Runs the steps of a run and names the one that fails. */
final class Steps {
    private static final int SAID = 600;

    private Steps() {}

    static <T> T step(String name, Callable<T> work) {
        try {
            return work.call();
        } catch (Fault e) {
            throw e;
        } catch (Exception e) {
            throw Fault.caused(e, PipelineError.STEP_FAILED, name, said(e));
        }
    }

    /** The first words of what went wrong; Spark's own go on for pages. */
    static String said(Throwable e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.length() > SAID ? message.substring(0, SAID) + "…" : message;
    }
}
