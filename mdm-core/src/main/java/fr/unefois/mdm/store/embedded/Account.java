package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Under which user PostgreSQL's programs run. PostgreSQL refuses root, so root steps aside: into a user namespace, where
 * the files stay root's; or, where containers refuse that, to the user nobody, who then owns the data. It refuses a user
 * without a name as well, as some containers run us under; in a namespace he is called nobody.
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
        return isRoot() ? List.of(NAMESPACE, NOBODY, NOBODY_REACHING, SU) : List.of(OWN, NAMESPACE);
    }

    /** The user whose rights we have: the second number of the line. */
    static int ownUid() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .mapToInt(line -> Integer.parseInt(line.split("\\s+", -1)[2]))
                    .findFirst()
                    .orElseThrow(() -> new EmbeddedFailure("the embedded PostgreSQL needs Linux's /proc"));
        }
    }

    static boolean isRoot() throws IOException {
        return ownUid() == ROOT;
    }

    /** The first account that works here and reaches the folder, which it then owns. Nothing may run in it meanwhile. */
    static Account choose(List<Account> accounts, Path folder) throws IOException {
        for (Account account : accounts) {
            if (account.reaches(folder)) {
                Trees.own(folder, account.isNobody() ? NOBODY_UID : ownUid());
                return account;
            }
        }
        throw new EmbeddedFailure(
                isRoot()
                        ? "PostgreSQL does not run as root, and this machine lets us neither make a user namespace nor"
                                + " reach " + folder + " as the user nobody; set MDM_HOME to a folder that other users"
                                + " can reach (such as /var/lib/unefois), or run as another user"
                        : "PostgreSQL cannot run as this user: he may not write to " + folder
                                + " (set MDM_HOME to a folder where he may), or he has no name in /etc/passwd");
    }

    private boolean isNobody() {
        return this == NOBODY || this == NOBODY_REACHING || this == SU;
    }

    private boolean reaches(Path folder) {
        List<String> test = isNobody()
                ? List.of("test", "-x", folder.toString())
                : List.of("sh", "-c", "id -un && test -w \"$0\"", folder.toString());
        try {
            return Programs.run(command(test), Path.of("/")).exit() == 0;
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
