package fr.unefois.mdm.api.server;

import fr.unefois.mdm.api.access.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's description in OpenAPI 3.1: what is common to all calls, and an example of every body. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String OAUTH = "oauth2";
    private static final String APPLICATION_JSON = "application/json";

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
                                                .clientCredentials(new OAuthFlow()
                                                        .tokenUrl("/oauth2/token")
                                                        .scopes(scopes())))))
                .addSecurityItem(new SecurityRequirement().addList(OAUTH));
    }

    @Bean
    OpenApiCustomizer problemsPurposeAndExamples() {
        ApiExamples examples = new ApiExamples();
        return api -> api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    addPurpose(operation);
                    if (path.startsWith("/v1/profiles/{ref}")) {
                        addProof(operation);
                    }
                    ApiProblems.add(path, method, operation);
                    examples.complete(operation);
                    if (operation.getRequestBody() != null) {
                        jsonFirst(operation.getRequestBody().getContent());
                    }
                    operation.getResponses().values().forEach(answer -> jsonFirst(answer.getContent()));
                }));
    }

    /** Who makes a client takes the first of several media types: one question and one answer, not lines of them. */
    private static void jsonFirst(@Nullable Content content) {
        MediaType json = content == null ? null : content.get(APPLICATION_JSON);
        if (content == null || json == null) {
            return;
        }
        Map<String, MediaType> others = new LinkedHashMap<>(content);
        content.clear();
        content.put(APPLICATION_JSON, json);
        content.putAll(others);
    }

    private static void addPurpose(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(Caller.PURPOSE_HEADER)
                .description("The purpose of the call, one of the contract's; by default its first.")
                .schema(new StringSchema())
                .required(false));
    }

    private static void addProof(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(Caller.PROOF_HEADER)
                .description(
                        "The citizen's own signed token (a JWT whose audience is the client), where the contract shows"
                                + " citizens to themselves alone; without it the call may be refused with the reason `subject`.")
                .schema(new StringSchema())
                .required(false));
    }

    /** A token asked for without a scope is good for all that its contract allows; with some, for those alone. */
    private static Scopes scopes() {
        Scopes scopes = new Scopes();
        for (var operation : fr.unefois.mdm.access.Operation.values()) {
            String name = operation.name().toLowerCase(Locale.ROOT);
            scopes.addString(name, "Calls of the operation `" + name + "`, and no others");
        }
        return scopes;
    }
}
