package fr.unefois.mdm.api.server;

import fr.unefois.mdm.api.access.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's description in OpenAPI 3.1: what is common to all calls, and an example of every body. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String OAUTH = "oauth2";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Unefois")
                        .version("1")
                        .description("One reference of its citizens for a local authority: dites-le-nous une fois.")
                        .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                .components(new Components()
                        .addSecuritySchemes(
                                OAUTH,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows()
                                                .clientCredentials(new OAuthFlow().tokenUrl("/oauth2/token")))))
                .addSecurityItem(new SecurityRequirement().addList(OAUTH));
    }

    @Bean
    OpenApiCustomizer problemsPurposeAndExamples() {
        ApiExamples examples = new ApiExamples();
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    addPurpose(operation);
                    ApiProblems.add(path, method, operation);
                    examples.complete(operation);
                }));
    }

    private static void addPurpose(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(Caller.PURPOSE_HEADER)
                .description("The purpose of the call, one of the contract's; by default its first.")
                .schema(new StringSchema())
                .required(false));
    }
}
