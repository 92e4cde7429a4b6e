package cn.gov.jiyuan.platform.keys;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.keys.SecretStore.Purpose;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** The vault in software: secrets in the database, wrapped by the master key, unwrapped once per node and kept. */
final class SoftwareVault implements KeyVault {
    /** How long another node's renewal may stay unseen. */
    private static final long FRESH = Duration.ofMinutes(1).toNanos();

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secrets secrets;
    private final CertificateStore certificates;
    private final DevelopmentAuthority authority;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Pool<HMac>> macs = new ConcurrentHashMap<>();

    SoftwareVault(Secrets secrets, CertificateStore certificates, DevelopmentAuthority authority) {
        this.secrets = secrets;
        this.certificates = certificates;
        this.authority = authority;
    }

    @Override
    public byte[] sign(String keyName, byte[] message) {
        return signer(keyName).sign(message);
    }

    @Override
    public List<X509Certificate> chain(String keyName) {
        return signer(keyName).chain();
    }

    @Override
    public VaultSigner signer(String keyName) {
        Held present = held.get(keyName);
        if (present != null && System.nanoTime() - present.checked() < FRESH) {
            return present.signer();
        }
        Held fresh = load(keyName, present);
        held.put(keyName, fresh);
        return fresh.signer();
    }

    @Override
    public byte[] mac(String keyName, byte[] message) {
        return macs.computeIfAbsent(keyName, this::macs).with(mac -> {
            mac.update(message, 0, message.length);
            byte[] result = new byte[Sm3.LENGTH];
            mac.doFinal(result, 0);
            return result;
        });
    }

    void forget(String keyName) {
        held.remove(keyName);
    }

    private Held load(String keyName, @Nullable Held previous) {
        authority.ensureSystemKey(keyName);
        Secrets.Opened secret = secrets.latest(keyName).orElseThrow(() -> new Fault(KeysError.UNKNOWN_KEY, keyName));
        if (secret.purpose() != Purpose.SIGN) {
            throw new Fault(KeysError.WRONG_USE, keyName);
        }
        if (previous != null && previous.version() == secret.version()) {
            return new Held(previous.signer(), secret.version(), System.nanoTime());
        }
        List<X509Certificate> chain = certificates
                .chain(keyName, secret.version())
                .orElseThrow(() -> new Fault(KeysError.UNKNOWN_KEY, keyName));
        return new Held(new Software(new Sm2Signing(secret.clear()), chain), secret.version(), System.nanoTime());
    }

    private Pool<HMac> macs(String keyName) {
        byte[] key =
                secrets.ensure("mac/" + keyName, Purpose.MAC, () -> random(32)).clear();
        return new Pool<>(() -> {
            HMac mac = new HMac(new SM3Digest());
            mac.init(new KeyParameter(key));
            return mac;
        });
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private record Held(VaultSigner signer, int version, long checked) {}

    private record Software(Sm2Signing key, List<X509Certificate> chain) implements VaultSigner {
        @Override
        public byte[] sign(byte[] message) {
            return key.sign(message);
        }
    }
}
