package cn.gov.jiyuan.data.opendata.ckan;

import java.util.Map;

/** A refusal in the words of CKAN. */
final class CkanFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final transient Map<String, Object> error;

    private CkanFault(int status, String type, Map<String, ?> facts) {
        super(type);
        this.status = status;
        Map<String, Object> all = new java.util.LinkedHashMap<>(facts);
        all.put("__type", type);
        this.error = all;
    }

    static CkanFault notFound() {
        return new CkanFault(404, "Not Found Error", Map.of("message", "Not found"));
    }

    static CkanFault notAuthorized(String words) {
        return new CkanFault(403, "Authorization Error", Map.of("message", words));
    }

    /** @param field the parameter that is wrong */
    static CkanFault invalid(String field, String words) {
        return new CkanFault(409, "Validation Error", Map.of(field, java.util.List.of(words)));
    }

    static CkanFault gone(String words) {
        return new CkanFault(410, "Gone", Map.of("message", words));
    }

    static CkanFault quota(String words, long seconds) {
        return new CkanFault(429, "Quota Exceeded", Map.of("message", words, "retry_after", seconds));
    }

    int status() {
        return status;
    }

    Map<String, Object> error() {
        return error;
    }
}
