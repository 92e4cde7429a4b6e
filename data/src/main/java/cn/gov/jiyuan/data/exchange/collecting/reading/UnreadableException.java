package cn.gov.jiyuan.data.exchange.collecting.reading;

/** The whole source cannot be read, and nothing after this place. The message says why, in Chinese. */
public final class UnreadableException extends RuntimeException {
    public UnreadableException(String message) {
        super(message);
    }

    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
