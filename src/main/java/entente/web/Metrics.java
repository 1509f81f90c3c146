package entente.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a server counts and measures. Labels hold words of the program and names of saved queries alone: what a client
 * makes up, such as a path that leads nowhere, makes no series of its own.
 */
final class Metrics implements AutoCloseable {
    /** So that each series tells the quick, the usual, the slow and the lost. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    /** By name and labels: to describe one takes as long as to look it up and measure with it many times over. */
    private final Map<List<?>, Timer> timers = new ConcurrentHashMap<>();
    /** As the timers are. */
    private final Map<List<?>, Counter> counters = new ConcurrentHashMap<>();

    private final JvmGcMetrics collections = new JvmGcMetrics();

    Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Where others add what they measure. */
    MeterRegistry registry() {
        return registry;
    }

    /** A duration, by labels given as name, value, name, value. */
    void took(String name, String description, Duration duration, String... labels) {
        timers.computeIfAbsent(
                        List.of(name, List.of(labels)),
                        series -> Timer.builder(name)
                                .description(description)
                                .tags(labels)
                                .serviceLevelObjectives(BUCKETS)
                                .register(registry))
                .record(duration);
    }

    /** So many more, by labels given as name, value, name, value. */
    void count(String name, double more, String... labels) {
        counters.computeIfAbsent(List.of(name, List.of(labels)), series -> registry.counter(name, labels))
                .increment(more);
    }

    /** What is asked for whenever somebody looks; null for what is not known at the moment. */
    void watch(String name, String description, Supplier<@Nullable Number> value) {
        Gauge.builder(name, () -> {
                    Number now = value.get();
                    return now == null ? Double.NaN : now;
                })
                .description(description)
                .register(registry);
    }

    /** How often something has happened so far, asked for whenever somebody looks. */
    void watchCount(String name, String description, Supplier<Long> count) {
        // It holds what it is given weakly, but not the function
        FunctionCounter.builder(name, this, metrics -> count.get())
                .description(description)
                .register(registry);
    }

    /** All of it, in the text format of Prometheus. */
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
