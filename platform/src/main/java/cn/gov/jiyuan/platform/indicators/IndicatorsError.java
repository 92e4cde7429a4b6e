package cn.gov.jiyuan.platform.indicators;

import cn.gov.jiyuan.kernel.error.ErrorCode;
import cn.gov.jiyuan.kernel.error.ErrorKind;

/** Refusals of the indicator engine. */
public enum IndicatorsError implements ErrorCode {
    /** No system published this indicator. */
    UNKNOWN("indicators.unknown", ErrorKind.MISSING);

    private final String code;
    private final ErrorKind kind;

    IndicatorsError(String code, ErrorKind kind) {
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
