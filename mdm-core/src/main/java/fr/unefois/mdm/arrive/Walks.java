package fr.unefois.mdm.arrive;

/** The walk under the model version in force. Every process that writes to one base follows the same version. */
public interface Walks {
    /** A version of the model by its name, and the walk under it. */
    record Version(String name, Walk walk) {}

    /** The version in force; one that came into force a moment ago may not be known yet. */
    Version inForce();

    /** The same, asked of the base anew. */
    Version reread();

    /** One walk that never changes. */
    static Walks of(Walk walk) {
        return of(new Version(walk.model().version(), walk));
    }

    /** The same, by the name that the base has for it: an older release may have given it another than this one would. */
    static Walks of(Version only) {
        return new Walks() {
            @Override
            public Version inForce() {
                return only;
            }

            @Override
            public Version reread() {
                return only;
            }
        };
    }
}
