import { html } from 'lit';
import { PageElement } from '../element.js';
import { view, write } from '../address.js';
import { day, safeLink } from '../words.js';
import { apart } from './apart.js';
import { locator, source, sourceId } from './sources.js';

/** One source of a claim: what it is, where in it, and a way to it. */
class SourceLine extends PageElement {
  static properties = { dossier: {}, citations: { attribute: false }, known: { state: true } };

  willUpdate(changed) {
    if (changed.has('citations') || changed.has('dossier')) {
      const { dossier, citations } = this;
      source(dossier, citations[0]).then((known) => {
        // The line may be another source's by now
        if (citations === this.citations && dossier === this.dossier) this.known = known;
      });
    }
  }

  render() {
    const id = sourceId(this.citations[0]);
    const places = this.citations.map(locator).filter(Boolean);
    const properties = this.known?.properties?.id === id ? this.known.properties : {};
    const link = safeLink(properties.url);
    const about = [properties.author, properties.publisher, day(properties.publishedOn, properties.publishedOnPrecision)];
    return html`<a href=${write(view('source', { dossier: this.dossier, id }))}>${properties.title ?? id}</a>
      ${places.length ? html`<span class="locator">${places.map((place) => `#${place}`).join(', ')}</span>` : ''}
      <span class="quiet">${apart(about)}</span>
      ${link ? html`<a class="quiet" href=${link} target="_blank" rel="noopener noreferrer">open ↗</a>` : ''}`;
  }
}

customElements.define('source-line', SourceLine);
