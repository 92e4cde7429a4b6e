package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mail.autoconfigure.MailHealthContributorAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;

/** What the shipped configuration makes of mail: it counts for the health of the platform only if there is a server. */
class MailHealthTest {
    private final ApplicationContextRunner shipped = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(
                    MailSenderAutoConfiguration.class, MailHealthContributorAutoConfiguration.class));

    @Test
    void without_a_server_nothing_is_sent_and_nothing_is_down() {
        shipped.run(context ->
                assertThat(context).doesNotHaveBean(JavaMailSender.class).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void a_server_that_does_not_answer_is_down() {
        shipped.withPropertyValues("JIYUAN_MAIL_HOST=127.0.0.1", "spring.mail.port=1")
                .run(context -> assertThat(
                                context.getBean(HealthIndicator.class).health().getStatus())
                        .isEqualTo(Status.DOWN));
    }
}
