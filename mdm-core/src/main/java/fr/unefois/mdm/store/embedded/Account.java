package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Under which user PostgreSQL's programs run. PostgreSQL refuses root, so root steps aside: into a user namespace, where
 * the files stay root's; or, where containers refuse that, to the user nobody, who then owns the data.
 */
enum Account {
    /** Whoever runs us. */
    OWN(""),
    NAMESPACE("unshare --user"),
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups"),
    /** Nobody, but able to reach a home inside a private folder such as /root. */
    NOBODY_REACHING("setpriv --reuid=65534 --regid=65534 --clear-groups"
            + " --inh-caps=+dac_override --ambient-caps=+dac_override --securebits=+no_setuid_fixup"),
    /** Where there is no setpriv. */
    SU("su -s /bin/sh nobody -c");

    private static final int ROOT = 0;
    private static final int NOBODY_UID = 65534;

    private final String prefix;

    Account(String prefix) {
        this.prefix = prefix;
    }

    static List<Account> possible() throws IOException {
        return isRoot() ? List.of(NAMESPACE, NOBODY, NOBODY_REACHING, SU) : List.of(OWN);
    }

    static boolean isRoot() throws IOException {
        return Trees.uid(Path.of("/proc/self")) == ROOT;
    }

    /** The first account that works here and reaches the folder, which it then owns. Nothing may run in it meanwhile. */
    static Account choose(List<Account> accounts, Path folder) throws IOException {
        for (Account account : accounts) {
            if (account.reaches(folder)) {
                if (account != OWN) {
                    Trees.own(folder, account == NAMESPACE ? ROOT : NOBODY_UID);
                }
                return account;
            }
        }
        throw new EmbeddedFailure(
                isRoot()
                        ? "PostgreSQL does not run as root, and this machine lets us neither make a user namespace nor"
                                + " reach " + folder + " as the user nobody; set MDM_HOME to a folder that other users"
                                + " can reach (such as /var/lib/unefois), or run as another user"
                        : folder + " is not writable; set MDM_HOME to a folder that is");
    }

    private boolean reaches(Path folder) {
        try {
            return Programs.run(command(List.of("test", this == OWN ? "-w" : "-x", folder.toString())), Path.of("/"))
                            .exit()
                    == 0;
        } catch (IOException e) {
            return false; // the program is not on this machine
        }
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1)));
        if (this == SU) {
            command.add(program.stream()
                    .map(word -> "'" + word.replace("'", "'\\''") + "'")
                    .collect(Collectors.joining(" ")));
        } else {
            command.addAll(program);
        }
        return command;
    }
}
