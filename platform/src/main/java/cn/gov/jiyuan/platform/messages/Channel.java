package cn.gov.jiyuan.platform.messages;

/** A way out of the house besides the in-app message. */
enum Channel {
    MAIL,
    SMS
}
