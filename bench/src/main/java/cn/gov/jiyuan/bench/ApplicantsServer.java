package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.server.JiyuanApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The platform as it is, with the people of the demonstration and their accounts and nothing else of it. Beside its pages
 * it offers the same pages without storage, see {@link MemoryPages}. A process of its own.
 */
public final class ApplicantsServer {
    private ApplicantsServer() {}

    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(JiyuanApplication.class)
                .initializers(fresh -> addPeer((GenericApplicationContext) fresh))
                .run(arguments);
        DemoSources.load(context.getBeansOfType(DemoSource.class).values(), "DemoParties", "DemoAccounts");
    }

    /** Not components: the platform would find them in its package in every other benchmark, too. */
    private static void addPeer(GenericApplicationContext context) {
        MemoryPages pages = new MemoryPages(context);
        context.registerBean("memoryPagesRecorder", WebMvcConfigurer.class, () -> new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(pages.recorder());
            }
        });
        context.registerBean("memoryPagesValve", WebServerFactoryCustomizer.class, () ->
                (WebServerFactoryCustomizer<TomcatServletWebServerFactory>) factory -> factory.addContextValves(pages));
    }
}
