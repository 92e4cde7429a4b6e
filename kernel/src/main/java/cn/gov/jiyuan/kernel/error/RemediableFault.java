package cn.gov.jiyuan.kernel.error;

import java.util.Map;

/** A refusal that knows the way on: a page where whoever was refused can do something about it. */
public final class RemediableFault extends Fault {
    private final String path;
    private final String label;

    /**
     * @param path of a page of this site
     * @param label what to do there, “请张三续期授权”
     */
    public RemediableFault(String path, String label, ErrorCode code, Object... arguments) {
        super(code, arguments);
        this.path = path;
        this.label = label;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("remedy", path, "remedyLabel", label);
    }
}
