import { get } from './api.js';

const WAIT = 120;

/** Entities whose names begin like what is typed, asked for while it is typed; the last question wins. */
export class Suggestions {
  #timer = null;
  #asked = null;

  /**
   * @param {string} text
   * @param {(entities: object[]) => void} found called when the server has answered, unless other text was typed meanwhile
   */
  ask(text, found) {
    this.stop();
    if (text.trim().length < 2) {
      found([]);
      return;
    }
    this.#timer = setTimeout(async () => {
      this.#asked = new AbortController();
      try {
        found((await get('/entities', { q: text, limit: 7 }, this.#asked.signal)).entities);
      } catch (failure) {
        if (failure.name !== 'AbortError') found([]);
      }
    }, WAIT);
  }

  /** Wants no answer any more. */
  stop() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }
}
