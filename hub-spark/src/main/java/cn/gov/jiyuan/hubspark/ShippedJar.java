package cn.gov.jiyuan.hubspark;

import cn.gov.jiyuan.platform.hub.pipeline.CheckDigits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The few classes of ours that run on the machines of a cluster; Spark takes them there, nothing need be installed. */
final class ShippedJar {
    private static final List<Class<?>> CLASSES =
            List.of(CheckDigits.class, Cleaning.class, Functions.class, SealedFiles.class);

    private ShippedJar() {}

    static Path make() throws IOException {
        Path jar = Files.createTempFile("jiyuan-hub-spark-", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(name));
                try (InputStream in =
                        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name), name)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }
}
