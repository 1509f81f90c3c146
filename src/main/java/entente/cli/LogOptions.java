package entente.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** What the server logs, on standard error, and how. */
final class LogOptions {
    /** The names that users type. */
    enum Format {
        text,
        json
    }

    @Option(
            names = "--log-format",
            defaultValue = "${env:ENTENTE_LOG_FORMAT:-text}",
            description =
                    "${COMPLETION-CANDIDATES}: lines for people, or an object a line; ${DEFAULT-VALUE} unless named.")
    private Format format;

    @Option(
            names = "--log-requests",
            arity = "0..1", // as --allow-open
            fallbackValue = "true",
            defaultValue = "${env:ENTENTE_LOG_REQUESTS:-false}",
            description = "Log each request: its method, route, status and time, but nothing that was asked.")
    private boolean requests;

    void apply() {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (requests) {
            log.getLogger("entente.requests").setLevel(Level.INFO);
        }
        if (format == Format.json) {
            Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
            root.detachAndStopAllAppenders();
            root.addAppender(json(log));
        }
    }

    private static ConsoleAppender<ILoggingEvent> json(LoggerContext log) {
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(log);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(log);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
