package fr.unefois.mdm.cluster;

import fr.unefois.mdm.record.SourceKey;
import java.util.List;

/** The records of one person, sorted, one at least. */
public record Cluster(List<SourceKey> members) {
    public Cluster {
        members = members.stream().sorted().toList();
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a cluster has a member");
        }
    }
}
