import { current } from '../navigation.js';
import { MOST_LETTERS, route } from '../api.js';
import { write } from '../address.js';
import { visible } from '../graph/model.js';
import { GRAPHS, ROWS, download, fileName, mostOf, save } from './files.js';
import { onePage } from './one-page.js';
import { curl, ofQuery } from './statements.js';
import { TakeMenu } from './take-menu.js';

const MOST_ENTITIES = 500;
/** An id that names nothing; where none is given, nothing is left out. */
const NONE = ' ';
const AS_ASKED = 'It asks again what was asked: what you expanded, hid or turned off, or another day, is not in it.';

/** What is on the screen, to be taken elsewhere: as files, as a statement, as a link. */
class TakeAway extends TakeMenu {
  static properties = {
    answer: { attribute: false },
    graph: { attribute: false },
    drawing: { attribute: false },
    marks: { attribute: false },
    pane: { attribute: false },
  };

  groups() {
    const { definition, table, title, understood } = this.answer;
    const name = fileName(understood?.question ?? title);
    const files = (formats, request) => formats.map(([ending, label]) => ({ label, act: async () => download(await request(), ending, name) }));
    const picture = { label: 'Picture (PNG)', act: async () => save(await this.pane().png(), `${name}.png`) };
    const page = { label: 'One page (HTML)', act: async () => save(await onePage({
      title: understood?.question ?? title, ...this.#seen(), marks: this.marks, positions: this.pane().positions(), on: this.drawing.on,
    }), `${name}.html`) };
    return [
      { heading: 'The answer\'s rows', items: table ? files(ROWS, async () => this.#with({ limit: await mostOf('rows') })) : [] },
      { heading: 'The graph', items: files(GRAPHS, () => this.#graphSource()) },
      { heading: 'To look at', items: this.pane ? [picture, page] : [] },
      {
        heading: 'To run again', items: [
          ...(definition ? [{ label: 'Copy the question as Cypher', act: () => this.#copyQuestion() }] : []),
          { label: definition ? 'Copy the graph as Cypher' : 'Copy as Cypher', act: () => this.copyGraph(this.#seen()) },
          { label: 'Copy as curl', act: async () => this.#asAsked(await this.copy(curl(this.#with({})), 'The command')) },
          { label: 'Copy link', act: () => this.copy(location.origin + write(current()), 'The link') },
          { label: 'Copy link with positions', act: () => this.copy(location.origin + write(this.#placed(), true), 'The link') },
        ],
      },
    ];
  }

  #seen() {
    return visible(this.graph, this.drawing, this.answer.anchors);
  }

  /** The request that gave the answer, for the day at which it is seen. */
  #with(more) {
    const { path, parameters, isOfDays } = this.answer.source;
    const asOf = isOfDays && this.drawing.on ? { asOf: this.drawing.on } : {};
    return { path, parameters: { ...parameters, ...asOf, ...more } };
  }

  /** What is to be seen; more than the API takes by name is what it was made from. */
  async #graphSource() {
    const { nodes, relationships } = this.#seen();
    if (!nodes.length) throw new Error('nothing is drawn.');
    const entities = nodes.map((node) => node.id).join(',');
    if (nodes.length > MOST_ENTITIES || entities.length > MOST_LETTERS) return { ...this.#with({}), note: this.#asAsked('Saved.') };
    const types = [...new Set(relationships.map((one) => one.type))];
    // Each is given by itself, for an id may hold commas
    const named = { relationships: relationships.length ? relationships.map((one) => one.id) : NONE };
    const fits = route('', { entities, ...named }).length <= MOST_LETTERS;
    const which = fits ? named : { minConfidence: this.answer.source.parameters.minConfidence };
    return {
      path: '/subgraph', parameters: { entities, types: types.join(','), asOf: this.drawing.on, ...which, limit: await mostOf('betweenRelationships') },
      note: fits ? undefined : 'Saved, with all relationships of these types between the entities: those on the screen are too many to name.',
    };
  }

  async #copyQuestion() {
    const { definition, parameters } = this.answer;
    return this.#asAsked(await this.copy(ofQuery(definition, parameters), 'Cypher'));
  }

  /** What is told of something that holds what was asked, where the screen holds something else. */
  #asAsked(told) {
    const { open, hide, off, on } = this.drawing;
    const isOfOtherDay = on !== this.answer.asOf && !this.answer.source.isOfDays;
    return isOfOtherDay || [open, hide, off].some((changes) => changes.length) ? `${told} ${AS_ASKED}` : told;
  }

  #placed() {
    const view = current();
    const positions = Object.fromEntries(this.pane?.().positions() ?? []);
    return { ...view, drawing: { ...view.drawing, pins: { ...positions, ...view.drawing.pins } } };
  }
}

customElements.define('take-away', TakeAway);
