import { get } from '../api.js';
import { joined } from './model.js';

/** How many relationships an expansion adds. */
export const EXPANSION = 50;

const MOST_TIMES = 100;

/** What has been expanded of a graph; each piece is asked for once. */
export class Expansions {
  #pieces = new Map();

  /**
   * A graph with all that has been expanded, as far as it comes, and why the rest did not.
   *
   * @param {import('./model.js').Graph} graph
   * @param {string[]} open as a drawing has it
   * @param {string | null} on the day at which the graph is seen; what is added holds then, as the counts before tell
   * @returns {Promise<{graph: import('./model.js').Graph, failure: Error | null}>}
   */
  async onto(graph, open, on) {
    let failure = null;
    const pieces = await Promise.all(open.map((one) => this.#piece(one, on).catch((reason) => {
      failure ??= reason;
      return { nodes: [], relationships: [] };
    })));
    return { graph: pieces.length ? joined(graph, pieces) : graph, failure };
  }

  clear() {
    this.#pieces.clear();
  }

  #piece(open, on) {
    const key = `${open} ${on}`;
    if (!this.#pieces.has(key)) {
      this.#pieces.set(key, ask(open, on).catch((failure) => {
        this.#pieces.delete(key);
        throw failure;
      }));
    }
    return this.#pieces.get(key);
  }
}

/** An entity's relationships of a type in a direction. */
function ask(open, asOf) {
  const [id, types, direction, times = 1] = open.split('~');
  return get(`/entities/${encodeURIComponent(id)}/subgraph`, { types, direction, asOf, limit: Math.min(Number(times) || 1, MOST_TIMES) * EXPANSION });
}
