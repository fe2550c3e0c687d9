package fr.unefois.mdm.batch.bench;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What clusters are worth, by our own {@code evaluate}. */
public final class Quality {
    private Quality() {}

    /**
     * Adds the scores of clusters in the town's folder, where its truth is known; once, because clusters are the same in
     * every run.
     */
    public static void add(Setting setting, Town town, String clusters, Series series) {
        town.truth().ifPresent(truth -> {
            Child child = Child.run(
                    setting.launcher(),
                    town.folder(),
                    List.of(
                            "evaluate",
                            clusters,
                            "--truth",
                            town.path(),
                            "--id",
                            town.id(),
                            "--entity",
                            truth,
                            "--json"));
            JsonNode scores = Told.document(child, "f1").orElseThrow(() -> new Unmeasured("evaluate told no F1"));
            for (String score : List.of("f1", "precision", "recall")) {
                series.add(score, Unit.SHARE, scores.path(score).asDouble());
            }
        });
    }
}
