package cn.gov.jiyuan.bench.ofdrw;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Loads ofdrw so that it runs with today's BouncyCastle: the few methods it calls that are gone since 1.70 are led to
 * {@link OfdrwBridge}. Nothing else in it is changed, so it stays the peer that others wrote.
 */
final class OfdrwLoader extends ClassLoader {
    private static final String ASN1 = "org/bouncycastle/asn1/";
    private static final ClassDesc BRIDGE = ClassDesc.of(OfdrwBridge.class.getName());

    OfdrwLoader() {
        super(OfdrwLoader.class.getClassLoader());
    }

    Ofdrw load() {
        try {
            return (Ofdrw) loadClass(OfdrwLoader.class.getPackageName() + ".OfdrwAdapter")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean ours = name.startsWith("org.ofdrw.") || name.contains(".OfdrwAdapter");
        if (!ours) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? bridged(name) : known;
        }
    }

    private Class<?> bridged(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            ClassFile format = ClassFile.of();
            byte[] bytes = format.transformClass(
                    format.parse(in.readAllBytes()), ClassTransform.transformingMethodBodies(OfdrwLoader::redirect));
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static void redirect(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call
                && call.owner().asInternalName().startsWith(ASN1)) {
            String owner = call.owner().asInternalName().substring(ASN1.length());
            boolean parsing = call.opcode() == Opcode.INVOKESTATIC
                    && call.name().equalsString("getInstance")
                    && call.type().stringValue().startsWith("(Ljava/lang/Object;)")
                    && owner.matches("DER(IA5|UTF8|Printable|Bit)String");
            if (parsing) {
                code.invokestatic(BRIDGE, owner, call.typeSymbol());
                return;
            }
            if (owner.equals("ASN1TaggedObject") && call.name().equalsString("getObject")) {
                MethodTypeDesc type =
                        call.typeSymbol().insertParameterTypes(0, call.owner().asSymbol());
                code.invokestatic(BRIDGE, "content", type);
                return;
            }
        }
        code.with(element);
    }
}
