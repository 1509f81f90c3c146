package entente.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a page's thread is at, which cannot answer a person meanwhile. */
final class MainThread {
    private static final String NAME = "CrRendererMain";
    private static final ObjectMapper JSON = new ObjectMapper();

    private MainThread() {}

    /**
     * The task that took longest.
     *
     * @param work milliseconds of a processor; this is what the page is to blame for
     * @param clock milliseconds by the clock, which tells of all that the machine does at the same time, too
     */
    record Longest(double work, double clock) {}

    /** Finds the longest task of a page while something is done to it. */
    static Longest during(Page page, Runnable done) {
        Browser browser = page.context().browser();
        browser.startTracing(page, new Browser.StartTracingOptions().setCategories(List.of("toplevel", "__metadata")));
        done.run();
        return longest(browser.stopTracing());
    }

    private static Longest longest(byte[] trace) {
        double work = 0;
        double clock = 0;
        try {
            JsonNode events = JSON.readTree(trace).path("traceEvents");
            Set<List<Integer>> threads = threads(events);
            for (JsonNode event : tasks(events)) {
                if (threads.contains(thread(event))) {
                    work = Math.max(work, event.path("tdur").asDouble() / 1000);
                    clock = Math.max(clock, event.path("dur").asDouble() / 1000);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Longest(work, clock);
    }

    private static Set<List<Integer>> threads(JsonNode events) {
        Set<List<Integer>> threads = new HashSet<>();
        for (JsonNode event : events) {
            if (event.path("name").asText().equals("thread_name")
                    && event.path("args").path("name").asText().equals(NAME)) {
                threads.add(thread(event));
            }
        }
        return threads;
    }

    private static List<JsonNode> tasks(JsonNode events) {
        List<JsonNode> tasks = new ArrayList<>();
        for (JsonNode event : events) {
            if (event.path("name").asText().endsWith("RunTask")) {
                tasks.add(event);
            }
        }
        return tasks;
    }

    private static List<Integer> thread(JsonNode event) {
        return List.of(event.path("pid").asInt(), event.path("tid").asInt());
    }
}
