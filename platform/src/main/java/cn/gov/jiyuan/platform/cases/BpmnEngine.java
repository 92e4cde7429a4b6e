package cn.gov.jiyuan.platform.cases;

import java.util.Map;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Starts Flowable as narrow as it goes: its tables in the schema {@code bpmn}, no beans, no jobs, no identities, no event
 * registry, history only of activities.
 */
final class BpmnEngine {
    private BpmnEngine() {}

    static ProcessEngine start(DataSource dataSource, PlatformTransactionManager transactions) {
        BpmnStore.createTables(dataSource);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseTablePrefix(BpmnStore.SCHEMA + ".");
        configuration.setTablePrefixIsSchema(true);
        configuration.setDatabaseSchema(BpmnStore.SCHEMA);
        configuration.setDatabaseSchemaUpdate("false");
        narrow(configuration);
        return configuration.buildProcessEngine();
    }

    static void narrow(ProcessEngineConfigurationImpl configuration) {
        configuration.setBeans(Map.of());
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        configuration.setEnableEventDispatcher(false);
        configuration.setHistoryLevel(HistoryLevel.ACTIVITY);
    }
}
