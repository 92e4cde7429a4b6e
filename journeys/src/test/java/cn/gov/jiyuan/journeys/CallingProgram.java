package cn.gov.jiyuan.journeys;

import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A program of a department that was granted a resource: it signs each call with the key that it was given. */
record CallingProgram(String key, String secret) {
    /** @param millis what its clock shows */
    Answer calls(Browser line, String path, long millis, Map<String, Object> asked) {
        byte[] body = JsonMapper.shared().writeValueAsBytes(asked);
        String nonce = UUID.randomUUID().toString();
        String message = String.join("\n", "POST", path, Long.toString(millis), nonce, Sm3.hex(body));
        byte[] mac = Sm3.mac(secret.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8));
        return line.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(body),
                "application/json",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-App-Key",
                        key,
                        "X-Timestamp",
                        Long.toString(millis),
                        "X-Nonce",
                        nonce,
                        "X-Signature",
                        HexFormat.of().formatHex(mac)));
    }
}
