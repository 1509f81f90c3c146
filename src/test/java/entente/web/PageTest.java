package entente.web;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests of the explorer page on the sample, in a browser. */
@Tag("page")
@ExtendWith(PageExtension.class)
abstract class PageTest extends SampleApi {}
