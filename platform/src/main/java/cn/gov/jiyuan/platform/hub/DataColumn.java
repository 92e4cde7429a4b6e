package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.regex.Pattern;

/**
 * One column of a dataset (数据项).
 *
 * @param name lower case, as in the SQL of the hub, {@code id_no} for example
 * @param title as people read it, 公民身份号码
 * @param personal tells something about a person: masked wherever it is shown without purpose
 */
public record DataColumn(String name, String title, DataType type, boolean personal) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** @throws Fault {@code hub.bad-name} */
    public DataColumn {
        if (!NAME.matcher(name).matches()) {
            throw new Fault(HubError.BAD_NAME, name);
        }
    }

    public static DataColumn of(String name, String title, DataType type) {
        return new DataColumn(name, title, type, false);
    }

    public DataColumn ofPersons() {
        return new DataColumn(name, title, type, true);
    }
}
