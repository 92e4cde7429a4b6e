package cn.gov.jiyuan.platform.messages;

/**
 * The channel for text messages (短信). A city binds its carrier's gateway by a bean of this type; without one, text
 * messages are only recorded, and the record says so.
 */
public interface TextMessages {
    /** Hands one message to the carrier. @throws RuntimeException if it was not taken; it is tried again later */
    void send(String phone, String text);
}
