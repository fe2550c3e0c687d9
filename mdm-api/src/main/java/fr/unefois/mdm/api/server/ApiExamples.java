package fr.unefois.mdm.api.server;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An example of every body, by the name of its schema; of lines, one that has two of them. */
final class ApiExamples {
    private static final String FILE = "/openapi-examples.json";
    private static final String LINES = "application/x-ndjson";
    private static final String LINE_ANSWER = "LineAnswer";
    private static final String ANSWERS = "LineAnswer of";

    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Object> examples;

    ApiExamples() {
        try (InputStream file = Objects.requireNonNull(ApiExamples.class.getResourceAsStream(FILE), FILE)) {
            examples = json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void complete(Operation operation) {
        if (operation.getRequestBody() != null) {
            complete(operation, operation.getRequestBody().getContent());
        }
        operation.getResponses().values().forEach(response -> complete(operation, response.getContent()));
    }

    private void complete(Operation operation, @Nullable Content content) {
        if (content != null) {
            content.forEach((type, media) -> {
                String schema = schema(media);
                if (schema != null && examples.containsKey(schema)) {
                    media.setExample(type.equals(LINES) ? lines(operation, schema) : examples.get(schema));
                }
            });
        }
    }

    private static @Nullable String schema(MediaType media) {
        String ref = media.getSchema() == null ? null : media.getSchema().get$ref();
        return ref == null ? null : ref.substring(ref.lastIndexOf('/') + 1);
    }

    private String lines(Operation operation, String schema) {
        Object example = examples.get(schema);
        List<?> lines = example instanceof List<?> several ? several : List.of(Objects.requireNonNull(example));
        return lines.stream()
                .map(line -> schema.equals(LINE_ANSWER) ? answered(operation, line) : line)
                .map(json::writeValueAsString)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** A line's answer is what the call alone would answer. */
    private Object answered(Operation operation, @Nullable Object line) {
        Map<String, Object> answer = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(line)).forEach((name, value) -> answer.put((String) name, value));
        Map<?, ?> answers = (Map<?, ?>) Objects.requireNonNull(examples.get(ANSWERS));
        answer.computeIfPresent(
                "answer",
                (name, none) -> Objects.requireNonNull(
                        examples.get((String) answers.get(operation.getOperationId())), operation.getOperationId()));
        return answer;
    }
}
