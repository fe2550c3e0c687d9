package fr.unefois.mdm.api.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record by its source and the source's own identifier. */
@Schema(example = """
                {"source": "mediatheque", "id": "MED-0020317"}""")
record IdentifierRequest(@Nullable String source, @Nullable String id) {}
