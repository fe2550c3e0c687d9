package fr.unefois.mdm.api.server;

import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.problem.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's description in OpenAPI 3.1: what is common to all calls, and an example of every problem. */
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
    OpenApiCustomizer problemsAndPurpose() {
        return api ->
                api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::complete));
    }

    private static void complete(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(Caller.PURPOSE_HEADER)
                .description("The purpose of the call, one of the contract's; by default its first.")
                .schema(new StringSchema())
                .required(false));
        for (Problem problem : List.of(
                Problem.MALFORMED,
                Problem.UNAUTHENTICATED,
                Problem.OUTSIDE_CONTRACT,
                Problem.NOT_FOUND,
                Problem.INTERNAL)) {
            operation
                    .getResponses()
                    .addApiResponse(Integer.toString(problem.status().value()), response(problem));
        }
    }

    private static ApiResponse response(Problem problem) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", problem.type().toString());
        example.put("title", problem.status().getReasonPhrase());
        example.put("status", problem.status().value());
        example.put("detail", String.valueOf(problem.detail().getDetail()));
        return new ApiResponse()
                .description(problem.status().getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", new MediaType().example(example)));
    }
}
