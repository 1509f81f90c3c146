import { html } from 'lit';
import { PageElement } from '../element.js';
import { get } from '../api.js';
import { draw } from '../navigation.js';
import { count } from '../words.js';
import { joined, rivals } from '../graph/model.js';
import '../problem-note.js';
import { claimCard } from './claim-card.js';

/**
 * The evidence for a line of the graph: each of its claims, and those that deny them, which are asked for: a question about
 * those who are for something draws nobody's stance against it.
 */
class LinePanel extends PageElement {
  static properties = {
    line: { attribute: false }, graph: { attribute: false }, drawing: { attribute: false }, pieces: { state: true }, failure: { state: true },
  };

  #asked = null;

  willUpdate(changed) {
    if (changed.has('line') && JSON.stringify(asked(this.line)) !== JSON.stringify(this.#asked)) this.#load();
  }

  async #load() {
    const requests = (this.#asked = asked(this.line));
    this.pieces = this.failure = null;
    try {
      const pieces = await Promise.all(requests.map(([path, parameters]) => get(path, parameters)));
      if (requests === this.#asked) this.pieces = pieces;
    } catch (failure) {
      if (requests === this.#asked) this.failure = failure;
    }
  }

  render() {
    const { claims } = this.line;
    const known = joined(this.graph, this.pieces ?? []);
    const name = (id) => known.nodes.get(id)?.name ?? id;
    const denied = rivals(known, claims);
    return html`<section aria-label="Evidence">
      <h3>Evidence</h3>
      ${claims.length > 1 || this.line.part ? this.#parallel() : ''}
      ${denied.length ? html`<p class="disputed">${count(denied.length, 'other claim')} ${denied.length === 1 ? 'says' : 'say'} otherwise.</p>
        <div class="beside">${claims.map((claim) => claimCard(claim, name))}${denied.map((claim) => claimCard(claim, name))}</div>`
        : claims.map((claim) => claimCard(claim, name))}
      ${this.pieces?.some(({ truncated }) => truncated) ? html`<p class="note" role="status">Not all that is said of these two has been looked at for claims that say otherwise.</p>` : ''}
      ${this.failure ? html`<p class="quiet">Whether other claims say otherwise could not be asked.</p>
        <problem-note .failure=${this.failure} @again=${this.#load}></problem-note>` : ''}
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

/** Where claims stand that may say otherwise: between the same two; and of one question, at either of them. */
function asked({ from, to, type, claims }) {
  const ends = [...new Set([from, to])];
  const between = ['/subgraph', { entities: ends.join(',') }];
  const around = ends.map((id) => [`/entities/${encodeURIComponent(id)}/subgraph`, { types: type }]);
  return claims.some(({ properties }) => properties.claim) ? [between, ...around] : [between];
}

customElements.define('line-panel', LinePanel);
