package fr.unefois.mdm.api.server;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.repeat.Repeats;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The problems that a call may answer, each with an example; and the answers that no method's signature tells of. */
final class ApiProblems {
    private static final List<Problem> EVERYWHERE = List.of(
            Problem.MALFORMED,
            Problem.UNAUTHENTICATED,
            Problem.OUTSIDE_CONTRACT,
            Problem.NOT_FOUND,
            Problem.NOT_ACCEPTABLE,
            Problem.TOO_MANY,
            Problem.INTERNAL,
            Problem.UNAVAILABLE);

    private static final Set<String> DECIDING =
            Set.of("/v1/profiles/merge", "/v1/profiles/{ref}/split", "/v1/judgements", "/v1/reviews/{id}/judgement");
    private static final Set<String> REDIRECTING =
            Set.of("/v1/profiles/{ref}", "/v1/profiles/{ref}/history", "/v1/profiles/{ref}/why");
    private static final String RECORD = "/v1/sources/{source}/records/{id}";
    private static final String WHY = "/v1/profiles/{ref}/why";

    private ApiProblems() {}

    static void add(String path, HttpMethod method, Operation operation) {
        Map<Integer, List<Problem>> byStatus = new TreeMap<>();
        problems(path, method, operation)
                .forEach(problem -> byStatus.computeIfAbsent(problem.status().value(), any -> new ArrayList<>())
                        .add(problem));
        byStatus.forEach((status, problems) ->
                operation.getResponses().addApiResponse(Integer.toString(status), response(problems)));
        if (path.equals(RECORD) && method == HttpMethod.PUT) {
            ApiResponse ok = Objects.requireNonNull(operation.getResponses().get("200"));
            operation
                    .getResponses()
                    .addApiResponse(
                            "201", new ApiResponse().description("Created").content(content(ok)));
        }
        if (REDIRECTING.contains(path)) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "308",
                            new ApiResponse()
                                    .description("The reference was merged: see Location.")
                                    .addHeaderObject(
                                            "Location",
                                            new Header()
                                                    .schema(new StringSchema())
                                                    .example("/v1/profiles/AYj3m0l7Jx3cO1m0Jf7q1d4")));
        }
    }

    private static Content content(ApiResponse of) {
        Content content = new Content();
        of.getContent().forEach((type, media) -> content.addMediaType(type, new MediaType().schema(media.getSchema())));
        return content;
    }

    private static List<Problem> problems(String path, HttpMethod method, Operation operation) {
        List<Problem> problems = new ArrayList<>(EVERYWHERE);
        if (operation.getRequestBody() != null) {
            problems.add(Problem.TOO_LARGE);
            problems.add(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        if (path.contains("{ref}") || DECIDING.contains(path) || path.startsWith("/v1/crosswalk")) {
            problems.add(Problem.GONE);
        }
        if (DECIDING.contains(path)) {
            problems.addAll(List.of(Problem.PAIR_CHANGED, Problem.CONTRADICTED, Problem.NOTHING_TO_DO));
        }
        if (path.contains("/authored")) {
            problems.addAll(List.of(Problem.PAIR_CHANGED, Problem.NOTHING_TO_DO));
        }
        if (path.equals(WHY)) {
            problems.add(Problem.PAIR_CHANGED);
        }
        if (path.endsWith("/consents/{name}") && method == HttpMethod.PUT) {
            problems.add(Problem.NO_ACCOUNT);
        }
        if (takes(operation, Repeats.HEADER)) {
            problems.addAll(List.of(Problem.STILL_IN_PROGRESS, Problem.KEY_REUSED));
        }
        if (takes(operation, "If-Match")) {
            problems.add(Problem.PRECONDITION_FAILED);
        }
        return problems;
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals(header));
    }

    private static ApiResponse response(List<Problem> problems) {
        MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemDetail"));
        if (problems.size() == 1) {
            media.setExample(example(problems.get(0)));
        } else {
            problems.forEach(problem -> media.addExamples(
                    problem.name().toLowerCase(Locale.ROOT).replace('_', '-'), new Example().value(example(problem))));
        }
        return new ApiResponse()
                .description(problems.get(0).status().getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", media));
    }

    private static Map<String, Object> example(Problem problem) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", problem.type().toString());
        example.put("title", problem.status().getReasonPhrase());
        example.put("status", problem.status().value());
        example.put("detail", String.valueOf(problem.detail().getDetail()));
        return example;
    }
}
