package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All case types in all versions that still have cases. */
final class CaseTypes {
    private final Map<String, CaseType> byVersion = new HashMap<>();
    private final Map<String, CaseType> latest = new HashMap<>();

    CaseTypes(Collection<CaseType> types) {
        for (CaseType type : types) {
            if (byVersion.put(key(type.id(), type.version()), type) != null) {
                throw new IllegalArgumentException("Case type twice: " + key(type.id(), type.version()));
            }
            latest.merge(type.id(), type, (one, other) -> one.version() > other.version() ? one : other);
        }
    }

    CaseType latest(String id) {
        return known(id, latest.get(id));
    }

    CaseType of(Matter matter) {
        return known(matter.type, byVersion.get(key(matter.type, matter.typeVersion)));
    }

    Collection<CaseType> latest() {
        return latest.values();
    }

    /** Label of a state; its id if the type is no longer known. */
    String stateLabel(String type, int version, String state) {
        CaseType known = byVersion.get(key(type, version));
        return known == null ? state : known.state(state).label();
    }

    private static CaseType known(String id, @Nullable CaseType type) {
        if (type == null) {
            throw new Fault(CasesError.UNKNOWN_TYPE, id);
        }
        return type;
    }

    private static String key(String id, int version) {
        return id + "/" + version;
    }
}
