package cn.gov.jiyuan.platform.portal;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Puts itself in front of the sessions that the framework configures, and so must come after it. */
@AutoConfiguration(after = JdbcSessionAutoConfiguration.class)
class SparingSessionsConfiguration {
    @Bean
    @Primary
    SessionRepository<? extends Session> sparingSessions(JdbcIndexedSessionRepository database) {
        return new SparingSessions<>(database);
    }
}
