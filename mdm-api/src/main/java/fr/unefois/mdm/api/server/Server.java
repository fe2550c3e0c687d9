package fr.unefois.mdm.api.server;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running server. */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Returns when the server answers. */
    public static Server start(ServerSettings settings) {
        SpringApplication application = new SpringApplication(ServerApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(ServerSettings.class, () -> settings));
        return new Server(application.run(arguments(settings)));
    }

    /** As arguments they outrank the environment and every file: nothing makes a server a demonstration by accident. */
    private static String[] arguments(ServerSettings settings) {
        return new String[] {
            "--server.address=" + settings.address(),
            "--server.port=" + settings.port(),
            "--management.server.address=" + settings.address(),
            "--management.server.port=" + settings.managementPort(),
            "--" + ServerSettings.DEMO + "=" + settings.demo(),
            "--spring.config.import=optional:file:"
                    + settings.config().resolve("mdm.yml").toAbsolutePath()
        };
    }

    public int port() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        throw new IllegalStateException("the server has no web server");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
