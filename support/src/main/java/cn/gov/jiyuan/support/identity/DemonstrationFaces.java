package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.KeyVault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Stands for a provider of face checks while demonstrating and developing (演示). It looks at nobody: its page says so and
 * lets whoever sits there choose the outcome. It shows the mechanism only, and is off unless switched on.
 */
final class DemonstrationFaces implements FaceProvider {
    private static final String KEY = "identity-face-demonstration";

    private final KeyVault vault;

    DemonstrationFaces(KeyVault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "演示核验（没有人脸识别）";
    }

    @Override
    public URI begin(Request request) {
        return URI.create("/identity/face/" + request.id() + "/demonstration");
    }

    String sign(String answer) {
        return HexFormat.of().formatHex(vault.mac(KEY, answer.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean signed(String answer, String signature) {
        return MessageDigest.isEqual(
                sign(answer).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
