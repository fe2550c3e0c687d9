package fr.unefois.mdm.api.server;

import fr.unefois.mdm.access.Contracts;
import fr.unefois.mdm.api.identity.Screens;
import fr.unefois.mdm.api.prefill.ConsentTerms;
import fr.unefois.mdm.api.prefill.Forms;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The configuration folder, read once and checked whole. */
public record Installation(
        Map<String, Source> sources,
        Schedules schedules,
        Screens screens,
        Walk walk,
        Contracts contracts,
        ConsentTerms consentTerms,
        Forms forms) {
    public Installation {
        sources = Map.copyOf(sources);
    }

    /** @throws fr.unefois.mdm.config.InvalidConfiguration with every fault of every file */
    public static Installation read(Path config) {
        Faults faults = new Faults();
        Installation installation = read(config, faults);
        faults.throwIfAny();
        return installation;
    }

    static Installation read(Path config, Faults faults) {
        Map<String, Source> sources = new TreeMap<>();
        List<SourceFile> files = SourceFile.readAll(config, faults);
        files.forEach(file -> sources.put(file.source().name(), file.source()));
        Walk walk = Walk.read(config, sources, faults);
        Contracts contracts = Contracts.readAll(config, faults);
        ConsentTerms terms = ConsentTerms.readAll(config, faults);
        Forms forms = Forms.readAll(config, terms, faults);
        return new Installation(sources, Schedules.of(files), Screens.of(files), walk, contracts, terms, forms);
    }
}
