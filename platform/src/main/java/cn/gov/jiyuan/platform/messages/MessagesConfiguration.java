package cn.gov.jiyuan.platform.messages;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail goes out when {@code spring.mail.host} is set, from {@code jiyuan.messages.from}. */
@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {
    @Bean
    MessageStore messageStore(DataSource dataSource) {
        return new MessageStore(dataSource);
    }

    @Bean
    Messages messages(MessageStore store, Clock clock) {
        return new MessageWriter(new Templates(), store, clock);
    }

    @Bean
    Outbox messagesOutbox(
            MessageStore store,
            ObjectProvider<Addresses> addresses,
            ObjectProvider<JavaMailSender> mail,
            ObjectProvider<TextMessages> texts,
            @Value("${jiyuan.messages.from:no-reply@localhost}") String from,
            PlatformTransactionManager manager,
            Clock clock) {
        Couriers couriers = new Couriers(addresses::getIfAvailable, mail::getIfAvailable, texts::getIfAvailable, from);
        return new Outbox(store, couriers, new TransactionTemplate(manager), clock);
    }
}
