package entente.web;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link ExplorerPage} in a browser, and fails them where the page complained, broke its policy or asked
 * another host. Where there is no browser, the tests are skipped.
 */
final class PageExtension implements ParameterResolver, BeforeAllCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(PageExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        browsers(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ExplorerPage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExplorerPage page = new ExplorerPage(browsers(context).browser());
        context.getStore(NAMESPACE).put(ExplorerPage.class, page);
        return page;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ExplorerPage page = context.getStore(NAMESPACE).remove(ExplorerPage.class, ExplorerPage.class);
        if (page != null) {
            page.close();
            if (context.getExecutionException().isEmpty()) {
                page.assertNoComplaints();
            }
        }
    }

    private static Browsers browsers(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Browsers.class, key -> Browsers.start(), Browsers.class);
    }
}
