package cn.gov.jiyuan.bench.ofdrw;

import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.jspecify.annotations.Nullable;

/** Methods of BouncyCastle before 1.70, under the names of the classes that had them. */
@SuppressWarnings("MethodName")
public final class OfdrwBridge {
    private OfdrwBridge() {}

    public static @Nullable DERIA5String DERIA5String(@Nullable Object value) {
        return value == null || value instanceof DERIA5String
                ? (DERIA5String) value
                : new DERIA5String(ASN1IA5String.getInstance(value).getString());
    }

    public static @Nullable DERUTF8String DERUTF8String(@Nullable Object value) {
        return value == null || value instanceof DERUTF8String
                ? (DERUTF8String) value
                : new DERUTF8String(ASN1UTF8String.getInstance(value).getString());
    }

    public static @Nullable DERPrintableString DERPrintableString(@Nullable Object value) {
        return value == null || value instanceof DERPrintableString
                ? (DERPrintableString) value
                : new DERPrintableString(ASN1PrintableString.getInstance(value).getString());
    }

    public static @Nullable DERBitString DERBitString(@Nullable Object value) {
        return value == null || value instanceof DERBitString
                ? (DERBitString) value
                : new DERBitString(ASN1BitString.getInstance(value).getOctets());
    }

    public static ASN1Primitive content(ASN1TaggedObject tagged) {
        return (tagged.isExplicit() ? tagged.getExplicitBaseObject() : tagged.getBaseObject()).toASN1Primitive();
    }
}
