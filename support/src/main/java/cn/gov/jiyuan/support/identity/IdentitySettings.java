package cn.gov.jiyuan.support.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of identity.
 *
 * @param origin address of the site as people type it, {@code https://zwfw.example.gov.cn}; passkeys are bound to its
 *     host. Without it passkeys are offered on {@code localhost} only, because a request's own word for its host is
 *     not to be believed
 * @param face the provider of face checks
 */
@ConfigurationProperties("jiyuan.identity")
record IdentitySettings(@Nullable URI origin, @DefaultValue Face face) {
    /**
     * @param address where the provider takes requests; none if there is no provider
     * @param name what it is called, for the record
     * @param secret by which requests and answers are signed, at least 32 characters
     * @param demonstration whether a page on which anybody may press “passed” stands for a provider
     */
    record Face(
            @Nullable URI address,
            @DefaultValue("人脸核验服务") String name,
            @DefaultValue("") String secret,
            @DefaultValue("false") boolean demonstration) {}
}
