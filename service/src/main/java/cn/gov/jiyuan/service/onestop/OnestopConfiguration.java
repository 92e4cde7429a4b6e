package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.portal.Navigation;
import cn.gov.jiyuan.platform.records.RecordType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OnestopConfiguration {
    @Bean
    CaseType matterType() {
        return MatterType.build();
    }

    @Bean
    RecordType matterRecords(CaseType matterType) {
        return MatterRecords.matters(matterType);
    }

    @Bean
    Navigation onestopNavigation() {
        return new Navigation(
                0,
                List.of(
                        new Navigation.Entry("首页", "/"),
                        new Navigation.Entry("个人办事", "/people"),
                        new Navigation.Entry("法人办事", "/firms"),
                        new Navigation.Entry("办件查询", "/progress")));
    }
}
