import { LitElement } from 'lit';

/** A component whose content is part of the page's own document, where its styles and screen readers reach it. */
export class PageElement extends LitElement {
  createRenderRoot() {
    return this;
  }
}
