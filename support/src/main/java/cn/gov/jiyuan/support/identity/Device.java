package cn.gov.jiyuan.support.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** With what and from where somebody comes, in words that he recognises (登录设备、登录地点). */
final class Device {
    private static final Map<String, String> SYSTEMS = inOrder(
            "HarmonyOS",
            "鸿蒙设备",
            "OpenHarmony",
            "鸿蒙设备",
            "Android",
            "安卓手机或平板",
            "iPhone",
            "苹果手机",
            "iPad",
            "苹果平板",
            "Windows",
            "Windows 电脑",
            "Mac OS X",
            "苹果电脑",
            "UOS",
            "统信系统电脑",
            "Kylin",
            "麒麟系统电脑",
            "Linux",
            "Linux 电脑");

    private static final Map<String, String> BROWSERS = inOrder(
            "MicroMessenger",
            "微信",
            "Alipay",
            "支付宝",
            "Edg/",
            "Edge 浏览器",
            "QQBrowser",
            "QQ 浏览器",
            "Firefox/",
            "Firefox 浏览器",
            "Chrome/",
            "Chrome 浏览器",
            "Safari/",
            "Safari 浏览器");

    private Device() {}

    private static Map<String, String> inOrder(String... marksAndWords) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < marksAndWords.length; i += 2) {
            words.put(marksAndWords[i], marksAndWords[i + 1]);
        }
        return words;
    }

    static String of(HttpServletRequest request) {
        return words(request.getHeader("User-Agent"));
    }

    static String words(@Nullable String agent) {
        String given = agent == null ? "" : agent;
        String system = first(SYSTEMS, given, "未识别的设备");
        String browser = first(BROWSERS, given, "");
        return browser.isEmpty() ? system : system + "上的 " + browser;
    }

    private static String first(Map<String, String> words, String agent, String otherwise) {
        return words.entrySet().stream()
                .filter(entry -> agent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /** The place as far as an address tells it; there is no register of places of addresses. */
    static String place(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (parsed.isLoopbackAddress()) {
                return "服务器本机";
            }
            return (parsed.isSiteLocalAddress() ? "内部网络 " : "互联网 ") + shortened(address);
        } catch (IllegalArgumentException e) {
            return "未知网络";
        }
    }

    private static String shortened(String address) {
        int half = address.indexOf('.', address.indexOf('.') + 1);
        int quarter = address.indexOf(':', address.indexOf(':') + 1);
        return half > 0 ? address.substring(0, half) + ".*.*" : address.substring(0, Math.max(quarter, 0)) + ":*";
    }
}
