import { html } from 'lit';
import { PageElement } from '../element.js';
import { canRedo, canUndo, draw, listen, redo, undo } from '../navigation.js';

/** The buttons above a graph. Fires "tool" with again, fit, in or out. */
class GraphTools extends PageElement {
  static properties = { pins: { attribute: false }, hides: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    this.stop = listen(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  render() {
    const pinned = Object.keys(this.pins).length;
    const button = (label, act, text, off = false) =>
      html`<button type="button" class="tool" title=${label} aria-label=${label} ?disabled=${off} @click=${act}>${text}</button>`;
    return html`<div class="tools" role="toolbar" aria-label="Graph">
      ${button('Undo', undo, '↶', !canUndo())}
      ${button('Redo', redo, '↷', !canRedo())}
      <span class="gap"></span>
      ${button('Zoom in', () => this.#tell('in'), '+')}
      ${button('Zoom out', () => this.#tell('out'), '−')}
      ${button('Show everything', () => this.#tell('fit'), '⤢')}
      ${button('Lay out again; what is pinned stays', () => this.#tell('again'), 'Lay out')}
      ${pinned ? button(`Unpin ${pinned}`, () => draw({ pins: {} }), `Unpin ${pinned}`) : ''}
      ${this.hides.length ? button(`Show ${this.hides.length} hidden`, () => draw({ hide: [] }), `Show ${this.hides.length} hidden`) : ''}
    </div>`;
  }

  #tell(detail) {
    this.dispatchEvent(new CustomEvent('tool', { detail }));
  }
}

customElements.define('graph-tools', GraphTools);
