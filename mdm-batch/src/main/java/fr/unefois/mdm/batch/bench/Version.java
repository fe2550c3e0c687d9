package fr.unefois.mdm.batch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What was measured: the version and its Java as the launcher tells them, and the commit where there is one. */
record Version(String program, String commit) {
    static Version of(Launcher launcher) {
        List<Child.Line> said =
                Child.run(launcher, launcher.work(), List.of("--version")).lines();
        return new Version(said.isEmpty() ? "mdm" : said.get(said.size() - 1).text(), commit(launcher.root()));
    }

    private static String commit(Path root) {
        String commit = git(root, "rev-parse", "--short", "HEAD");
        if (commit.isEmpty()) {
            return "no commit known";
        }
        return git(root, "status", "--porcelain", "--untracked-files=no").isEmpty() ? commit : commit + " with changes";
    }

    /** What git says; nothing where there is no git, or no repository. */
    private static String git(Path root, String... words) {
        try {
            Process git = new ProcessBuilder(
                            java.util.stream.Stream.concat(java.util.stream.Stream.of("git"), List.of(words).stream())
                                    .toList())
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
