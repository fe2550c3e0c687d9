package fr.unefois.mdm.connectors;

import fr.unefois.mdm.record.SourceFile;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The connectors on the class path, by kind. */
final class Connectors {
    private final Map<String, Connector> byKind = new TreeMap<>();

    Connectors() {
        ServiceLoader.load(Connector.class, Connectors.class.getClassLoader())
                .forEach(connector -> byKind.put(connector.kind(), connector));
    }

    /** The connector that the file asks for; a fault is added where there is none. */
    Optional<Connector> of(SourceFile file) {
        String kind = file.connector().requiredText("kind");
        Connector connector = byKind.get(kind);
        if (connector == null && !kind.isEmpty()) {
            file.connector()
                    .faultAt(
                            "kind",
                            "there is no connector `" + kind + "`; known are " + String.join(", ", byKind.keySet()));
        }
        return Optional.ofNullable(connector);
    }
}
