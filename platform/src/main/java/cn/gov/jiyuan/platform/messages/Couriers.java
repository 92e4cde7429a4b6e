package cn.gov.jiyuan.platform.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Carries a copy by mail or text message, with what this installation has. */
final class Couriers {
    private final Supplier<@Nullable Addresses> addresses;
    private final Supplier<@Nullable JavaMailSender> mail;
    private final Supplier<@Nullable TextMessages> texts;
    private final String from;

    /** What became of a copy. */
    enum Outcome {
        /** Handed over. */
        SENT,
        /** No gateway is bound: kept, not sent. */
        RECORDED,
        /** The party told no address. */
        NO_ADDRESS
    }

    Couriers(
            Supplier<@Nullable Addresses> addresses,
            Supplier<@Nullable JavaMailSender> mail,
            Supplier<@Nullable TextMessages> texts,
            String from) {
        this.addresses = addresses;
        this.mail = mail;
        this.texts = texts;
        this.from = from;
    }

    Outcome carry(MessageStore.Due copy) {
        return switch (copy.channel()) {
            case MAIL -> mail(copy);
            case SMS -> text(copy);
        };
    }

    private Outcome mail(MessageStore.Due copy) {
        JavaMailSender sender = mail.get();
        if (sender == null) {
            return Outcome.RECORDED;
        }
        Optional<String> address = Optional.ofNullable(addresses.get()).flatMap(book -> book.mail(copy.recipient()));
        if (address.isEmpty()) {
            return Outcome.NO_ADDRESS;
        }
        sender.send(letter(sender.createMimeMessage(), address.get(), copy));
        return Outcome.SENT;
    }

    private MimeMessage letter(MimeMessage letter, String to, MessageStore.Due copy) {
        try {
            MimeMessageHelper helper = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(to);
            helper.setSubject(copy.title());
            helper.setText(copy.body());
            letter.setHeader("X-Message", copy.messageId().toString());
            return letter;
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }

    private Outcome text(MessageStore.Due copy) {
        TextMessages gateway = texts.get();
        if (gateway == null) {
            return Outcome.RECORDED;
        }
        Optional<String> phone = Optional.ofNullable(addresses.get()).flatMap(book -> book.phone(copy.recipient()));
        if (phone.isEmpty()) {
            return Outcome.NO_ADDRESS;
        }
        gateway.send(phone.get(), copy.title() + "：" + copy.body());
        return Outcome.SENT;
    }
}
