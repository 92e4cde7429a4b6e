package cn.gov.jiyuan.platform.portal;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How long browsers keep the files of the workbench: those whose names carry a digest for good, the page that names them
 * never unasked, or it would ask for files that the next version no longer has.
 */
@Configuration(proxyBeanMethods = false)
class WorkbenchResources implements WebMvcConfigurer {
    private static final String FILES = "classpath:/META-INF/resources/workbench/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/workbench/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/workbench/*.html", "/workbench/*.svg")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache());
    }
}
