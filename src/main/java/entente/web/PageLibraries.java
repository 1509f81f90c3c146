package entente.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The libraries of the page, as they lie in WebJars on the class path. Each address holds the library's version, so
 * what a browser has kept from there is right for good.
 */
final class PageLibraries {
    static final String PATH = "/libraries/";

    private static final String WEB_JARS = "org.webjars";
    /** What is made of packages of npm. */
    private static final String NPM = WEB_JARS + ".npm";

    /** By the name that a module is imported by; names with a colon are no modules, and are loaded by their address. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("cytoscape", "cytoscape", "dist/cytoscape.esm.min.mjs"),
            new Library("worker:cytoscape", "cytoscape", "dist/cytoscape.min.js"),
            new Library("worker:layout-base", "layout-base", "layout-base.js"),
            new Library("worker:cose-base", "cose-base", "cose-base.js"),
            new Library("worker:fcose", "cytoscape-fcose", "cytoscape-fcose.js"),
            new Library("lit", "lit", "index.js"),
            new Library("lit-html", "lit-html", "lit-html.js"),
            new Library("lit-html/is-server.js", "lit-html", "is-server.js"),
            new Library("lit-element/lit-element.js", "lit-element", "lit-element.js"),
            new Library("@lit/reactive-element", "lit__reactive-element", "reactive-element.js"),
            new Library("@codemirror/state", "codemirror__state", "dist/index.js"),
            new Library("@codemirror/view", "codemirror__view", "dist/index.js"),
            new Library("@codemirror/commands", "codemirror__commands", "dist/index.js"),
            new Library("@codemirror/language", "codemirror__language", "dist/index.js"),
            new Library("@codemirror/autocomplete", "codemirror__autocomplete", "dist/index.js"),
            new Library("@codemirror/lint", "codemirror__lint", "dist/index.js"),
            new Library("@codemirror/legacy-modes/mode/cypher", "codemirror__legacy-modes", "mode/cypher.js"),
            new Library("@lezer/common", "lezer__common", "dist/index.js"),
            new Library("@lezer/highlight", "lezer__highlight", "dist/index.js"),
            new Library("@lezer/lr", "lezer__lr", "dist/index.js"),
            new Library("@marijn/find-cluster-break", "marijn__find-cluster-break", "src/index.js"),
            new Library("style-mod", "style-mod", "src/style-mod.js"),
            new Library("w3c-keyname", "w3c-keyname", "index.js"),
            new Library("crelt", "crelt", "index.js"));

    /** What a module imports from beside itself, by relative address. */
    private static final List<Library> PARTS = List.of(new Library("css-tag", "lit__reactive-element", "css-tag.js"));

    /** What {@link DocsRoute} needs. */
    private static final List<Library> OF_DOCS = List.of(
            new Library("bundle", WEB_JARS, "swagger-ui", "swagger-ui-bundle.js"),
            new Library("style", WEB_JARS, "swagger-ui", "swagger-ui.css"));

    private final Map<String, String> ofDocs = new LinkedHashMap<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final Map<String, String> resources = new LinkedHashMap<>();

    /** @throws IllegalStateException if one of them is not on the class path */
    PageLibraries() {
        LIBRARIES.forEach(library -> imports.put(library.module(), added(library)));
        PARTS.forEach(this::added);
        OF_DOCS.forEach(library -> ofDocs.put(library.module(), added(library)));
    }

    private String added(Library library) {
        String version = library.version();
        String address = PATH + library.webJar() + "/" + version + "/" + library.file();
        resources.put(
                address, "/META-INF/resources/webjars/" + library.webJar() + "/" + version + "/" + library.file());
        return address;
    }

    /** The address of each library by the name that the page's modules know it by. */
    Map<String, String> imports() {
        return Collections.unmodifiableMap(imports);
    }

    /** The addresses of what shows the contract: its {@code bundle} of scripts and its {@code style}. */
    Map<String, String> ofDocs() {
        return Collections.unmodifiableMap(ofDocs);
    }

    /** Where the file of an address lies on the class path, or empty where the page needs no such file. */
    Optional<String> resource(String address) {
        return Optional.ofNullable(resources.get(address));
    }

    private record Library(String module, String group, String webJar, String file) {
        Library(String module, String webJar, String file) {
            this(module, NPM, webJar, file);
        }

        String version() {
            String properties = "/META-INF/maven/" + group + "/" + webJar + "/pom.properties";
            try (@Nullable InputStream in = PageLibraries.class.getResourceAsStream(properties)) {
                if (in == null) {
                    throw new IllegalStateException("The class path lacks the WebJar " + webJar + ".");
                }
                Properties read = new Properties();
                read.load(in);
                return read.getProperty("version");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
