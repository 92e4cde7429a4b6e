package cn.gov.jiyuan.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MessagesTest {
    private final TestDatabase database = TestPostgres.fresh();
    private final MessageStore store = new MessageStore(database.dataSource());
    private final Messages messages = new MessageWriter(new Templates(), store, Clock.systemUTC());
    private final UUID party = UUID.randomUUID();
    private final List<String> texted = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    private final Addresses book = new Addresses() {
        @Override
        public Optional<String> mail(UUID id) {
            return id.equals(party) ? Optional.of("citizen@example.org") : Optional.empty();
        }

        @Override
        public Optional<String> phone(UUID id) {
            return id.equals(party) ? Optional.of("13900000000") : Optional.empty();
        }
    };

    private void drain(
            @Nullable Addresses addresses,
            @Nullable JavaMailSender mail,
            @Nullable TextMessages texts,
            Duration later) {
        Couriers couriers = new Couriers(() -> addresses, () -> mail, () -> texts, "office@example.org");
        Outbox outbox = new Outbox(store, couriers, database.transactions(), Clock.offset(Clock.systemUTC(), later));
        while (outbox.run()) {}
    }

    private Map<String, String> states() {
        Map<String, String> states = new java.util.TreeMap<>();
        database.jdbc().sql("select channel, state from messages.outbox").query(row -> {
            states.put(row.getString(1), row.getString(2));
        });
        return states;
    }

    private UUID accepted() {
        return messages.send(party, "test.accepted", List.of("食品经营许可", "X-1"), "/my/matters/1");
    }

    @Test
    void aMessageReachesTheInboxAndIsRead() {
        UUID id = accepted();
        assertThat(store.unread(party)).isEqualTo(1);
        assertThat(store.inbox(party, null, 10)).singleElement().satisfies(message -> {
            assertThat(message.title()).isEqualTo("您的“食品经营许可”已受理");
            assertThat(message.body()).isEqualTo("受理编号 X-1，请留意办理进度。");
            assertThat(message.readAt()).isNull();
        });
        assertThat(store.markRead(UUID.randomUUID(), id, java.time.Instant.now()))
                .isFalse();
        assertThat(store.markRead(party, id, java.time.Instant.now())).isTrue();
        assertThat(store.unread(party)).isZero();
    }

    @Test
    void theInboxPagesNewestFirst() {
        UUID first = accepted();
        UUID second = messages.send(party, "test.quiet", List.of(), null);
        assertThat(store.inbox(party, null, 1))
                .extracting(MessageStore.Message::id)
                .containsExactly(second);
        assertThat(store.inbox(party, second, 5))
                .extracting(MessageStore.Message::id)
                .containsExactly(first);
        assertThat(store.inbox(UUID.randomUUID(), null, 5)).isEmpty();
    }

    @Test
    void mailGoesOutBySmtpAndTextByTheGateway() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            accepted();
            JavaMailSenderImpl mail = new JavaMailSenderImpl();
            mail.setHost("127.0.0.1");
            mail.setPort(server.getSmtp().getPort());
            drain(book, mail, (phone, text) -> texted.add(phone + " " + text), Duration.ofSeconds(1));
            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getSubject()).isEqualTo("您的“食品经营许可”已受理");
            assertThat(received[0].getAllRecipients()[0].toString()).isEqualTo("citizen@example.org");
            assertThat(received[0].getContent().toString()).contains("受理编号 X-1");
        } finally {
            server.stop();
        }
        assertThat(texted).containsExactly("13900000000 您的“食品经营许可”已受理：受理编号 X-1，请留意办理进度。");
        assertThat(states()).isEqualTo(Map.of("MAIL", "SENT", "SMS", "SENT"));
    }

    @Test
    void withoutAGatewayCopiesAreOnlyRecordedAndSaySo() {
        accepted();
        drain(book, null, null, Duration.ofSeconds(1));
        assertThat(states()).isEqualTo(Map.of("MAIL", "RECORDED", "SMS", "RECORDED"));
    }

    @Test
    void aPartyWithoutAnAddressIsSaidToHaveNone() {
        accepted();
        drain(null, new JavaMailSenderImpl(), (phone, text) -> {}, Duration.ofSeconds(1));
        assertThat(states()).isEqualTo(Map.of("MAIL", "NO_ADDRESS", "SMS", "NO_ADDRESS"));
    }

    @Test
    void aGatewayThatIsDownIsTriedLaterAndGivenUpInTheEnd() {
        accepted();
        TextMessages down = (phone, text) -> {
            throw new IllegalStateException("gateway down");
        };
        drain(book, null, down, Duration.ofSeconds(1));
        assertThat(states()).containsEntry("SMS", "WAITING");
        drain(book, null, (phone, text) -> texted.add(text), Duration.ofSeconds(10));
        assertThat(texted).isEmpty();
        drain(book, null, (phone, text) -> texted.add(text), Duration.ofSeconds(40));
        assertThat(texted).hasSize(1);

        accepted();
        for (int i = 1; i <= 8; i++) {
            drain(book, null, down, Duration.ofDays(i));
        }
        assertThat(database.jdbc()
                        .sql("select count(*) from messages.outbox where state = 'FAILED' and error like '%gateway%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMessageWithoutOtherChannelsStaysInTheHouse() {
        messages.send(party, "test.quiet", List.of(), null);
        assertThat(states()).isEmpty();
    }

    @Test
    void unknownTemplatesAndLinksOutOfTheSiteAreRefused() {
        assertThatThrownBy(() -> messages.send(party, "no.such", List.of(), null))
                .hasMessageContaining("messages.unknown-template");
        for (String link : List.of("https://evil.example", "//evil.example", "/\\evil")) {
            assertThatThrownBy(() -> messages.send(party, "test.quiet", List.of(), link))
                    .hasMessageContaining("messages.bad-link");
        }
    }
}
