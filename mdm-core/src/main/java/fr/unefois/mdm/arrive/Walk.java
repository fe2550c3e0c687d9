package fr.unefois.mdm.arrive;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.golden.Survivorship;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.Map;

/** The steps of the walk, as one configuration sets them. */
public record Walk(Standardiser standardiser, BlockingRules rules, LinkageModel model, Survivorship survivorship) {

    /** The shipped French standardiser, rules and model over these sources. */
    public static Walk french(Map<String, Source> sources) {
        return new Walk(
                Standardiser.french(), BlockingRules.french(), LinkageModel.french(), new Survivorship(sources));
    }
}
