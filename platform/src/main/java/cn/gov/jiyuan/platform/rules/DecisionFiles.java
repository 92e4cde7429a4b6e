package cn.gov.jiyuan.platform.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The decision tables on the class path. */
final class DecisionFiles {
    private DecisionFiles() {}

    static List<DecisionTable> read(DecisionReader reader) {
        try {
            List<DecisionTable> tables = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:decisions/*/*.dmn")) {
                try (InputStream content = file.getInputStream()) {
                    tables.add(reader.read(system(file), String.valueOf(file.getFilename()), content));
                }
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String system(Resource file) throws IOException {
        String path = file.getURL().getPath();
        int name = path.lastIndexOf('/');
        return path.substring(path.lastIndexOf('/', name - 1) + 1, name);
    }
}
