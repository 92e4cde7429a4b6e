package cn.gov.jiyuan.support.licences;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of licence types. */
@Component
final class LicenceTypes {
    private final Map<String, LicenceType> byCode = new LinkedHashMap<>();

    LicenceTypes() {
        try (InputStream in = LicenceTypes.class.getResourceAsStream("/licences/types.json")) {
            for (LicenceType type : JsonMapper.shared().readValue(in, LicenceType[].class)) {
                byCode.put(type.code(), type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LicenceType get(String code) {
        LicenceType type = byCode.get(code);
        if (type == null) {
            throw new Fault(LicencesError.TYPE, code);
        }
        return type;
    }

    Collection<LicenceType> all() {
        return byCode.values();
    }
}
