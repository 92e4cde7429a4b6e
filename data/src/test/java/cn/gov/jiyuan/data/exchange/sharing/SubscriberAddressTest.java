package cn.gov.jiyuan.data.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/x",
                "http://localhost/x",
                "http://[::1]/x",
                "http://169.254.169.254/latest",
                "http://0.0.0.0/x",
                "file:///etc/passwd",
                "ftp://10.0.0.1/x",
                "//10.0.0.1/x",
                "x"
            })
    void news_goes_neither_to_this_machine_nor_to_what_is_no_web_address(String url) {
        assertThat(new SubscriberAddress(false).allows(url)).isFalse();
    }

    @Test
    void another_machine_of_the_network_is_told() {
        assertThat(new SubscriberAddress(false).allows("https://10.1.2.3/news")).isTrue();
    }

    @Test
    void where_this_machine_counts_as_another_only_its_own_address_is_let_through() {
        assertThat(new SubscriberAddress(true).allows("http://127.0.0.1:9/x")).isTrue();
        assertThat(new SubscriberAddress(true).allows("http://169.254.169.254/latest"))
                .isFalse();
    }
}
