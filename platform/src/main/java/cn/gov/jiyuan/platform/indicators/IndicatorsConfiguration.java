package cn.gov.jiyuan.platform.indicators;

import cn.gov.jiyuan.platform.access.Access;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndicatorsConfiguration {
    @Bean
    Board indicatorBoard(ObjectProvider<Indicator> published, DataSource dataSource, Access access, Clock clock) {
        return new Board(() -> published.stream().toList(), new HistoryStore(dataSource), access, clock);
    }
}
