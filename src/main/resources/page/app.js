import { html } from 'lit';
import { PageElement } from './element.js';
import { current, listen } from './navigation.js';
import { asks, view, write } from './address.js';
import './entente-box.js';
import './problem-note.js';
import './views/explore-view.js';

/** The views that are not about a graph at once; each comes when it is first needed. */
const OTHER_VIEWS = {
  queries: () => import('./views/queries-view.js').then(() => html`<queries-view></queries-view>`),
  cypher: () => import('./views/cypher-view.js').then(() => html`<cypher-view></cypher-view>`),
  entity: () => import('./views/entity-view.js').then(() => html`<entity-view></entity-view>`),
  dossiers: () => import('./views/dossiers-view.js').then(() => html`<dossiers-view></dossiers-view>`),
  dossier: () => import('./views/dossiers-view.js').then(() => html`<dossiers-view></dossiers-view>`),
  source: () => import('./views/source-view.js').then(() => html`<source-view></source-view>`),
};

/** The whole page: the box and the ways to the views above, the view below. */
class EntenteApp extends PageElement {
  static properties = { view: { state: true }, other: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#go(current());
    listen((shown) => this.#go(shown));
  }

  async #go(shown) {
    const load = Object.hasOwn(OTHER_VIEWS, shown.name) ? OTHER_VIEWS[shown.name] : null;
    const other = load ? await load().catch(notFetched) : null;
    // While a view was fetched, another may have been chosen
    if (shown !== current()) return;
    const isAnother = this.view && asks(this.view) !== asks(shown);
    if (isAnother) scrollTo(0, 0);
    this.other = other;
    this.view = shown;
    await this.updateComplete;
    if (isAnother && other && this.#isLost()) this.querySelector('#main').focus({ preventScroll: true });
  }

  render() {
    const link = (to, text) => html`<a href=${write(view(to))} aria-current=${this.view?.name === to ? 'page' : 'false'}>${text}</a>`;
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>Skip to the answer</a>
      <header class="top">
        <a class="brand" href="/"><img src="/page/icon.svg" alt="" width="26" height="26"><span>Entente</span></a>
        <entente-box .view=${this.view}></entente-box>
        <nav aria-label="Views">${link('queries', 'Questions')}${link('paths', 'Paths')}${link('compare', 'Compare')}${link('cypher', 'Cypher')}${link('dossiers', 'Dossiers')}</nav>
      </header>
      <main id="main" tabindex="-1">${this.#main()}</main>`;
  }

  /** Whether whoever goes by keys or by ear was at a link of the view before, which is gone or about to go. */
  #isLost() {
    const { activeElement: at } = document;
    return at === document.body || (at.localName === 'a' && this.querySelector('#main').contains(at));
  }

  /** Not by the address: a step of its own would not know what has been done to the graph. */
  #skip(event) {
    event.preventDefault();
    this.querySelector('#main').focus();
  }

  #main() {
    return this.other ?? html`<explore-view .view=${this.view}></explore-view>`;
  }
}

/** What stands where the files of a view did not come; the browser asks for them anew with the page. */
function notFetched() {
  const problem = { code: 'server-away', detail: 'This part of the page could not be fetched.' };
  return html`<div class="alone"><problem-note .failure=${{ problem }} @again=${() => location.reload()}></problem-note></div>`;
}

customElements.define('entente-app', EntenteApp);
