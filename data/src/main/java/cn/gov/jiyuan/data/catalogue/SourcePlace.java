package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and as whom to read it. The password is used once and kept nowhere.
 *
 * @param host name or address without port
 */
record SourcePlace(String host, int port, String database, String schema, String user, String password) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}|\\[[0-9A-Fa-f:]+]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_\\-]{1,63}");

    SourcePlace {
        host = text(host);
        database = text(database);
        schema = text(schema);
        user = text(user);
        password = text(password);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }

    /** @throws Fault {@code catalogue.source-place} */
    String url() {
        boolean clear = HOST.matcher(host).matches() && NAME.matcher(database).matches();
        if (!clear || port < 1 || port > 65_535 || schema.isEmpty() || user.isEmpty()) {
            throw new Fault(CatalogueError.SOURCE_PLACE);
        }
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    String shown() {
        return host + ":" + port + "/" + database;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return shown() + " " + schema;
    }
}
