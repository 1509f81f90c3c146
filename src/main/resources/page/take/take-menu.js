import { html } from 'lit';
import { PageElement } from '../element.js';
import { mostOf } from './files.js';
import { ofGraph } from './statements.js';

const TOO_LONG = 'It is too long for the console here; a shell of Neo4j takes it.';

/** A menu of ways to take what is shown elsewhere. Who extends it says what there is, by groups. */
export class TakeMenu extends PageElement {
  static properties = { told: { state: true }, text: { state: true } };

  /** What was said was of what was shown then. */
  willUpdate(changed) {
    if (['answer', 'drawing', 'result'].some((name) => changed.has(name))) this.told = this.text = null;
  }

  render() {
    return html`<details class="menu" @keydown=${(event) => event.key === 'Escape' && this.#close()}>
      <summary class="button">Take it away</summary>
      <div class="items">
        ${this.groups().filter(({ items }) => items.length).map(({ heading, items }) => html`<h4>${heading}</h4>
          <div role="group" aria-label=${heading}>${items.map(({ label, act }) => html`<button type="button" @click=${() => this.#do(act)}>${label}</button>`)}</div>`)}
        <p class="quiet" role="status">${this.told ?? ''}</p>
        ${this.text ? html`<textarea readonly rows="6" aria-label="What to copy" .value=${this.text}></textarea>` : ''}
      </div>
    </details>`;
  }

  /**
   * What there is to take.
   *
   * @returns {{heading: string, items: {label: string, act: () => Promise<string | void>}[]}[]} an act gives what there is to
   *   say of it, if not that it is saved
   */
  groups() {
    return [];
  }

  /** Browsers give pages a clipboard over HTTPS and on this machine alone. */
  async copy(text, what) {
    if (!navigator.clipboard) {
      this.text = text;
      return `${what} is below; copy it from there.`;
    }
    await navigator.clipboard.writeText(text);
    return `${what} is on the clipboard.`;
  }

  /** Copies what is to be seen of a graph as a statement. */
  async copyGraph(seen) {
    const statement = ofGraph(seen);
    const told = await this.copy(statement, 'Cypher');
    return statement.length > (await mostOf('statementCharacters')) ? `${told} ${TOO_LONG}` : told;
  }

  async #do(act) {
    this.told = 'One moment …';
    this.text = null;
    try {
      this.told = (await act()) ?? 'Saved.';
    } catch (failure) {
      this.told = `That did not work: ${failure.message}`;
    }
  }

  #close() {
    this.querySelector('details').open = false;
    this.querySelector('summary').focus();
  }
}
