import { html } from 'lit';

function keyOf(choice) {
  return choice.id ?? choice.name;
}

/** The keys by which a list below a field is used, as a combobox has it. */
export class Choices {
  open = false;
  at = -1;
  all = [];

  set(all) {
    const chosen = this.all[this.at];
    this.all = all;
    this.open = all.length > 0;
    // What has been chosen stays so when a later list comes
    this.at = chosen ? all.findIndex((one) => keyOf(one) === keyOf(chosen)) : -1;
  }

  close() {
    this.open = false;
    this.at = -1;
  }

  /** @returns {object | null} what was chosen by this key */
  key(event) {
    if (!this.open) return null;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.at = (this.at + step + this.all.length + (this.at < 0 && step < 0 ? 1 : 0)) % this.all.length;
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.close();
    } else if (event.key === 'Enter' && this.at >= 0) {
      event.preventDefault();
      return this.all[this.at];
    }
    return null;
  }

  /** @param {(choice: object) => void} choose @param {(choice: object) => unknown} label */
  list(id, choose, label) {
    requestAnimationFrame(() => this.at >= 0 && document.getElementById(`${id}-${this.at}`)?.scrollIntoView({ block: 'nearest' }));
    return html`<ul class="choices" role="listbox" id=${id} aria-label="Suggestions" ?hidden=${!this.open}
      @mousedown=${(event) => event.preventDefault()}>
      ${this.all.map((choice, at) => html`<li role="option" id="${id}-${at}" aria-selected=${String(at === this.at)}
        @click=${() => choose(choice)}>${label(choice)}</li>`)}</ul>`;
  }
}
