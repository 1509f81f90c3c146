import { html } from 'lit';
import { PageElement } from '../element.js';
import { draw } from '../navigation.js';
import { count } from '../words.js';
import { rivals } from '../graph/model.js';
import { claimCard } from './claim-card.js';

/** The evidence for a line of the graph: each of its claims, and those that deny them. */
class LinePanel extends PageElement {
  static properties = { line: { attribute: false }, graph: { attribute: false }, drawing: { attribute: false } };

  render() {
    const { claims } = this.line;
    const name = (id) => this.graph.nodes.get(id)?.name ?? id;
    const denied = rivals(this.graph, claims);
    return html`<section aria-label="Evidence">
      <h3>Evidence</h3>
      ${claims.length > 1 || this.line.part ? this.#parallel() : ''}
      ${denied.length ? html`<p class="disputed">${count(denied.length, 'other claim')} ${denied.length === 1 ? 'says' : 'say'} otherwise.</p>
        <div class="beside">${claims.map((claim) => claimCard(claim, name))}${denied.map((claim) => claimCard(claim, name))}</div>`
        : claims.map((claim) => claimCard(claim, name))}
    </section>`;
  }

  #parallel() {
    const id = this.line.part ?? this.line.id;
    const isSplit = this.drawing.split.includes(id);
    const split = isSplit ? this.drawing.split.filter((one) => one !== id) : [...this.drawing.split, id];
    return html`<p><span class="quiet">${count(this.line.claims.length, 'claim')} on this line.</span>
      <button type="button" @click=${() => draw({ split })}>${isSplit ? 'Draw as one line' : 'Draw each as a line'}</button></p>`;
  }
}

customElements.define('line-panel', LinePanel);
