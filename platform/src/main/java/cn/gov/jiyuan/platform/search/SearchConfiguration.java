package cn.gov.jiyuan.platform.search;

import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.feed.Feed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    Pinyin pinyin() {
        return new Pinyin();
    }

    @Bean(destroyMethod = "close")
    IndexStore searchIndex(JiyuanHome home, Pinyin pinyin) {
        return IndexStore.open(home.index(), new Fields(pinyin));
    }

    @Bean
    QueryLogStore queryLogStore(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new QueryLogStore(jdbc, own, clock);
    }

    @Bean
    Search search(
            IndexStore index, Pinyin pinyin, Access access, ObjectProvider<SearchSource> sources, QueryLogStore log) {
        Map<String, String> kinds = new LinkedHashMap<>();
        sources.orderedStream().forEach(source -> kinds.putAll(source.kinds()));
        return new SearchEngine(index, pinyin, access, kinds, log);
    }

    @Bean
    SearchFeed searchFeed(IndexStore index, ObjectProvider<SearchSource> sources) {
        return new SearchFeed(index, sources.orderedStream().toList());
    }

    @Bean
    IndexCare indexCare(
            IndexStore index, ObjectProvider<SearchSource> sources, QueryLogStore log, ObjectProvider<Feed> feed) {
        List<SearchSource> all = sources.orderedStream().toList();
        return new IndexCare(index, all, log::generation, () -> feed.getObject().head());
    }
}
