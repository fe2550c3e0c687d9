package fr.unefois.mdm.api.access;

import fr.unefois.mdm.access.Alarm;
import fr.unefois.mdm.api.problem.FailureLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of an alarm in every way that somebody may watch: a metric, the log, and the base. */
public final class Alarms implements Alarm.Bell {
    /** The counter, by contract and kind. */
    public static final String METRIC = "mdm.access.alarms";

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final MeterRegistry metrics;
    private final Alarm.Bell base;

    public Alarms(MeterRegistry metrics, Alarm.Bell base) {
        this.metrics = metrics;
        this.base = base;
    }

    /** A base that cannot keep it silences neither the metric nor the log. */
    @Override
    public void ring(Alarm alarm) {
        String kind = alarm.kind().name().toLowerCase(Locale.ROOT);
        metrics.counter(METRIC, "contract", alarm.contract(), "kind", kind).increment();
        LOG.warn("unusual use under the contract {}: {} ({})", alarm.contract(), kind, alarm.count());
        try {
            base.ring(alarm);
        } catch (RuntimeException e) {
            FailureLog.log("keeping an alarm", e);
        }
    }
}
