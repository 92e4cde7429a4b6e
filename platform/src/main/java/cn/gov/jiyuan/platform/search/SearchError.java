package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the search. */
public enum SearchError implements ErrorCode {
    /** The page lies outside the pages that are served. */
    PAGE("search.page", ErrorKind.INPUT);

    private final String code;
    private final ErrorKind kind;

    SearchError(String code, ErrorKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
