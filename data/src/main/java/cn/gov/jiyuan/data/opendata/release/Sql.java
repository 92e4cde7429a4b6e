package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.error.Fault;
import java.util.regex.Pattern;

/** Names of columns in queries of the hub. */
public final class Sql {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,70}");

    private Sql() {}

    /** The name quoted. @throws Fault for anything but a name of a column */
    public static String name(String column) {
        if (!NAME.matcher(column).matches()) {
            throw new Fault(OpendataError.BAD_CHOICE, column);
        }
        return "\"" + column + "\"";
    }

    static String text(String column) {
        return "coalesce(cast(" + name(column) + " as varchar), '')";
    }
}
