package cn.gov.jiyuan.support.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.4). */
@Component
final class LogoutTokens {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final JwtEncoder encoder;
    private final PersonClaims claims;

    LogoutTokens(SigningKeys keys, PersonClaims claims) {
        this.encoder = keys.encoder();
        this.claims = claims;
    }

    String make(Client client, LogoutStore.Due due) {
        JwtClaimsSet set = JwtClaimsSet.builder()
                .issuer(due.issuer())
                .audience(List.of(client.clientId()))
                .issuedAt(due.sentAt())
                .expiresAt(due.sentAt().plus(LIFE))
                .id(due.id() + "." + due.attempts())
                .subject(claims.subject(client.id(), due.personId()))
                .claim("sid", due.sid().toString())
                .claim("events", Map.of(EVENT, Map.of()))
                .build();
        JwsHeader header =
                JwsHeader.with(SignatureAlgorithm.RS256).type("logout+jwt").build();
        return encoder.encode(JwtEncoderParameters.from(header, set)).getTokenValue();
    }
}
