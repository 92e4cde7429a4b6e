package cn.gov.jiyuan.server;

import cn.gov.jiyuan.platform.database.HeadStart;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the platform, or runs one command. Two systems may have a class of one simple name. */
@SpringBootApplication(
        scanBasePackages = "cn.gov.jiyuan",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan("cn.gov.jiyuan")
public class JiyuanApplication {
    public static void main(String[] arguments) {
        OptionalInt exitCode = CommandLine.run(List.of(arguments), System.out);
        if (exitCode.isPresent()) {
            System.exit(exitCode.getAsInt());
        }
        SpringApplication application = new SpringApplication(JiyuanApplication.class);
        application.addInitializers(new HeadStart());
        application.run(arguments);
    }
}
