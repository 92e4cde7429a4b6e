package cn.gov.jiyuan.support.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * Writes and reads the body of a grant. It lives for hours and is sealed, so Java's own form will do; one that a newer
 * version cannot read counts as ended, and its owner logs in once more.
 */
final class GrantBody {
    private static final Logger LOG = LoggerFactory.getLogger(GrantBody.class);
    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "java.lang.*;java.net.*;java.sql.Timestamp;java.time.*;java.util.*;org.springframework.security.**;"
                    + "cn.gov.jiyuan.**;!*");

    private GrantBody() {}

    static String write(OAuth2Authorization authorization) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(authorization);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static Optional<OAuth2Authorization> read(String body) {
        try (ObjectInputStream in = new ObjectInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(body)))) {
            in.setObjectInputFilter(KNOWN);
            return Optional.of((OAuth2Authorization) in.readObject());
        } catch (IOException | ClassNotFoundException e) {
            LOG.warn("A grant cannot be read and counts as ended", e);
            return Optional.empty();
        }
    }
}
