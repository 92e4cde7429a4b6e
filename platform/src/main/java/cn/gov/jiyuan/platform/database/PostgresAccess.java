package cn.gov.jiyuan.platform.database;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How to reach an embedded server. The application connects as the ordinary role {@code jiyuan}, which owns the database;
 * only backups use the administrator.
 */
record PostgresAccess(int port, String password, String adminPassword) {
    static final String USER = "jiyuan";
    static final String ADMIN = "postgres";
    static final String DATABASE = "jiyuan";

    static PostgresAccess generated() {
        return new PostgresAccess(0, secret(), secret());
    }

    static PostgresAccess read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new PostgresAccess(
                Integer.parseInt(properties.getProperty("port", "0")),
                properties.getProperty("password", ""),
                properties.getProperty("adminPassword", ""));
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("port", String.valueOf(port));
        properties.setProperty("password", password);
        properties.setProperty("adminPassword", adminPassword);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Folders.writeSecret(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    PostgresAccess onPort(int other) {
        return new PostgresAccess(other, password, adminPassword);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection of the administrator. */
    Connection admin(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url(database));
        source.setUser(ADMIN);
        source.setPassword(adminPassword);
        return source.getConnection();
    }

    @Override
    public String toString() {
        return url(DATABASE);
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
