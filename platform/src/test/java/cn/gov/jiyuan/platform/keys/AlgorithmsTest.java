package cn.gov.jiyuan.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.BigIntegers;
import org.bouncycastle.util.test.TestRandomBigInteger;
import org.junit.jupiter.api.Test;

/** Known answers from the standards. */
class AlgorithmsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] STANDARD_KEY =
            HEX.parseHex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");
    private static final String STANDARD_RANDOM = "59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21";

    @Test
    void sm3OfAbcIsThatOfTheStandard() {
        // GB/T 32905-2016 A.1
        assertThat(Sm3.hex("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void sm3TakesItsMessageInPortions() {
        // GB/T 32905-2016 A.2: "abcd" sixteen times
        Sm3 sm3 = new Sm3();
        for (int i = 0; i < 16; i++) {
            sm3.update("abcd".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(HEX.formatHex(sm3.finish()))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void sm4IsThatOfTheStandard() {
        // GB/T 32907-2016 A.1
        byte[] block = HEX.parseHex("0123456789abcdeffedcba9876543210");
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(block));
        byte[] out = new byte[16];
        engine.processBlock(block, 0, out, 0);
        assertThat(HEX.formatHex(out)).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void sm4GcmIsThatOfRfc8998() {
        // RFC 8998 A.1
        Sm4Gcm cipher = new Sm4Gcm(HEX.parseHex("0123456789ABCDEFFEDCBA9876543210"));
        byte[] nonce = HEX.parseHex("00001234567800000000ABCD");
        byte[] bound = HEX.parseHex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        byte[] clear = HEX.parseHex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        byte[] sealed = cipher.seal(0, nonce, clear, bound);

        assertThat(HEX.withUpperCase().formatHex(Arrays.copyOfRange(sealed, 12, sealed.length)))
                .isEqualTo("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                        + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                        + "83DE3541E4C2B58177E065A9BF7B62EC");
        assertThat(cipher.open(0, sealed, bound)).isEqualTo(clear);
    }

    @Test
    void aMillionRoundsOfSm4AreThoseOfTheStandard() {
        // GB/T 32907-2016 A.2
        SM4Engine engine = new SM4Engine();
        byte[] block = HEX.parseHex("0123456789abcdeffedcba9876543210");
        engine.init(true, new KeyParameter(block.clone()));
        for (int i = 0; i < 1_000_000; i++) {
            engine.processBlock(block, 0, block, 0);
        }
        assertThat(HEX.formatHex(block)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
    }

    @Test
    void anSm2SignatureIsThatOfTheStandard() throws Exception {
        // GB/T 32918.5-2017 A.2 (GM/T 0003.5)
        Sm2Signing signing = new Sm2Signing(STANDARD_KEY, new TestRandomBigInteger(STANDARD_RANDOM, 16));
        byte[] message = "message digest".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = signing.sign(message);

        ASN1Sequence pair = ASN1Sequence.getInstance(signature);
        assertThat(number(pair, 0)).isEqualTo("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3");
        assertThat(number(pair, 1)).isEqualTo("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
        assertThat(Sm2.verify(standardPublicKey(), message, signature)).isTrue();
    }

    @Test
    void thePublicKeyOfAPrivateNumberIsThatOfTheStandard() {
        assertThat(HEX.formatHex(
                        Sm2Keys.publicKey(STANDARD_KEY).getPublicKeyData().getBytes()))
                .isEqualTo("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    }

    /** We encrypt nothing with SM2 yet; the library that will do it is held to the standard. */
    @Test
    void anSm2CipherTextIsThatOfTheStandard() throws Exception {
        // GB/T 32918.5-2017 A.3
        var key = (ECPublicKeyParameters)
                PublicKeyFactory.createKey(Sm2Keys.publicKey(STANDARD_KEY).getEncoded());
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(key, new TestRandomBigInteger(STANDARD_RANDOM, 16)));
        byte[] clear = "encryption standard".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = engine.processBlock(clear, 0, clear.length);

        assertThat(HEX.formatHex(sealed))
                .isEqualTo("0404ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"
                        + "e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0"
                        + "59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766"
                        + "21886ca989ca9c7d58087307ca93092d651efa");
    }

    @Test
    void aSignatureVerifiesOverItsOwnMessageOnly() throws Exception {
        byte[] number = Sm2Keys.generate();
        Sm2Signing signing = new Sm2Signing(number);
        PublicKey key = KeyFactory.getInstance("EC", CryptoProvider.get())
                .generatePublic(new X509EncodedKeySpec(Sm2Keys.publicKey(number).getEncoded()));
        byte[] message = "济源".getBytes(StandardCharsets.UTF_8);
        byte[] first = signing.sign(message);
        byte[] second = signing.sign(message);

        assertThat(Sm2.verify(key, message, first)).isTrue();
        assertThat(Sm2.verify(key, message, second)).isTrue();
        assertThat(Sm2.verify(key, new byte[] {1}, first)).isFalse();
        assertThat(Sm2.verify(key, message, Arrays.copyOf(first, first.length - 1)))
                .isFalse();
    }

    private static PublicKey standardPublicKey() throws Exception {
        return KeyFactory.getInstance("EC", CryptoProvider.get())
                .generatePublic(
                        new X509EncodedKeySpec(Sm2Keys.publicKey(STANDARD_KEY).getEncoded()));
    }

    private static String number(ASN1Sequence pair, int index) {
        return HEX.formatHex(BigIntegers.asUnsignedByteArray(
                32, ASN1Integer.getInstance(pair.getObjectAt(index)).getValue()));
    }
}
