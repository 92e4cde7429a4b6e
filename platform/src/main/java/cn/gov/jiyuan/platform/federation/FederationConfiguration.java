package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.instance.Instance;
import cn.gov.jiyuan.platform.keys.CertificateAuthority;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.portal.Texts;
import cn.gov.jiyuan.platform.records.RecordType;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the parts of this engine together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FederationSettings.class)
class FederationConfiguration {
    @Bean
    PeerKey peerKey(KeyVault vault, CertificateAuthority authority, Instance instance) {
        return new PeerKey(vault, authority, instance);
    }

    @Bean
    PeerStore peerStore(DataSource dataSource) {
        return new PeerStore(dataSource);
    }

    @Bean
    LaneStore laneStore(DataSource dataSource) {
        return new LaneStore(dataSource);
    }

    @Bean
    RowStore exchangeRows(DataSource dataSource, PersonalCipher cipher) {
        return new RowStore(dataSource, cipher);
    }

    @Bean
    BatchStore exchangeBatches(DataSource dataSource) {
        return new BatchStore(dataSource);
    }

    @Bean
    AbnormalStore abnormalStore(DataSource dataSource) {
        return new AbnormalStore(dataSource);
    }

    @Bean
    Returns returns(RowStore rows, AbnormalStore abnormals) {
        return new Returns(rows, abnormals);
    }

    @Bean
    Outbox outbox(
            PeerStore peers,
            LaneStore lanes,
            RowStore rows,
            PlatformTransactionManager manager,
            Instance instance,
            Clock clock) {
        return new Outbox(peers, lanes, rows, new TransactionTemplate(manager), instance, clock);
    }

    @Bean
    Courier courier(
            PeerStore peers,
            LaneStore lanes,
            BatchStore batches,
            RowStore rows,
            Returns returns,
            PeerKey key,
            Feed feed,
            Audit audit,
            Texts texts,
            PlatformTransactionManager manager,
            Instance instance,
            FederationSettings settings,
            Clock clock) {
        return new Courier(
                peers,
                lanes,
                batches,
                rows,
                returns,
                key,
                new PeerClient(key, instance, settings.patience(), clock),
                feed,
                audit,
                texts,
                new TransactionTemplate(manager),
                instance,
                settings,
                clock);
    }

    @Bean
    Intake intake(
            PeerStore peers,
            LaneStore lanes,
            BatchStore batches,
            RowStore rows,
            AbnormalStore abnormals,
            Returns returns,
            ObjectProvider<BatchTaker> takers,
            Audit audit,
            PlatformTransactionManager manager,
            Instance instance,
            FederationSettings settings,
            Clock clock) {
        return new Intake(
                peers,
                lanes,
                batches,
                rows,
                abnormals,
                returns,
                () -> takers.stream().toList(),
                audit,
                new TransactionTemplate(manager),
                instance,
                settings,
                clock);
    }

    @Bean
    BatchTaker returnTaker(Returns returns, BatchStore batches, Feed feed) {
        return new ReturnTaker(returns, batches, feed);
    }

    @Bean
    FederationDesk federationDesk(
            PeerStore peers,
            LaneStore lanes,
            RowStore rows,
            BatchStore batches,
            AbnormalStore abnormals,
            Outbox outbox,
            Access access,
            Feed feed,
            Audit audit,
            PlatformTransactionManager manager,
            Instance instance,
            Clock clock) {
        return new FederationDesk(
                peers,
                lanes,
                rows,
                batches,
                abnormals,
                outbox,
                access,
                feed,
                audit,
                new TransactionTemplate(manager),
                instance,
                clock);
    }

    @Bean
    Joining joining(FederationDesk desk, PeerStore peers, PeerKey key, FederationSettings settings) {
        return new Joining(desk, peers, key, settings);
    }

    @Bean
    NonceSweep nonceSweep(PeerStore peers, FederationSettings settings, Clock clock) {
        return new NonceSweep(peers, settings.window(), clock);
    }

    @Bean
    RecordType peerRecords() {
        return FederationRecords.peers();
    }

    @Bean
    RecordType laneRecords() {
        return FederationRecords.lanes();
    }

    @Bean
    RecordType batchRecords() {
        return FederationRecords.batches();
    }

    @Bean
    RecordType exchangeRowRecords() {
        return FederationRecords.rows();
    }

    @Bean
    RecordType abnormalRecords() {
        return FederationRecords.abnormals();
    }
}
