package fr.unefois.mdm.batch;

import fr.unefois.mdm.command.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar a phase, on stderr. */
final class BarProgress implements Progress {
    private static final int WIDTH = 100;

    private @Nullable ProgressBar bar;

    @Override
    public void begin(String phase) {
        end();
        bar = new ProgressBarBuilder()
                .setTaskName(phase)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(WIDTH)
                .setInitialMax(0)
                .showSpeed()
                .build();
    }

    @Override
    public void at(long done, long total) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
