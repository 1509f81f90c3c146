import cytoscape from 'cytoscape';
import { layOut } from './layout.js';
import { headingElement, lineElement, nodeElement, sheet } from './canvas-style.js';
import { isInView, wholeOf } from './extent.js';
import { followContainer } from './follow-container.js';
import { drawInShares } from './painter.js';
import { markOf } from './model.js';
import { inTurns } from './turns.js';

const MARGIN = 28;

/**
 * A scene as it is to be seen.
 *
 * @typedef {object} Scene
 * @property {object[]} nodes
 * @property {import('./model.js').Line[]} lines
 * @property {Set<string>} focus what is drawn larger
 * @property {Record<string, {x: number, y: number}>} pins
 * @property {Record<string, {x: number, y: number}> | null} places where entities are to stand that are not pinned
 * @property {{positions: Map<string, object>, headings: object[]} | null} arrangement where some of them stand; null for all
 *   by force
 * @property {Map<string, string>} marks a class for each relationship that is marked, by its key
 */

/** Draws a graph, keeps what is there where it is, and tells what is done to it. */
export class GraphCanvas {
  #cy;
  #drawn = 0;
  /** Where those stood that are not seen at present. */
  #left = new Map();
  /** Whether what comes next is the answer to another question. */
  #isAnother = false;
  /** The view that shows everything, until the person moves it. */
  #whole = null;
  #covered = { left: 0, top: 0 };

  /**
   * @param {HTMLElement} container
   * @param {{select(id: string, isNode: boolean): void, clear(): void, hover(id: string | null, at: object): void,
   *   moved(id: string, at: object, from: object): void}} told
   */
  constructor(container, told) {
    this.#cy = cytoscape({ container, style: sheet(), minZoom: 0.08, maxZoom: 3, boxSelectionEnabled: false });
    drawInShares(this.#cy);
    followContainer(this.#cy, container);
    this.#cy.on('tap', 'node, edge', ({ target }) => told.select(target.id(), target.isNode()));
    this.#cy.on('tap', ({ target }) => target === this.#cy && told.clear());
    this.#cy.on('mouseover', 'node, edge', ({ target, renderedPosition }) => told.hover(target.id(), renderedPosition));
    this.#cy.on('mouseout', 'node, edge', () => told.hover(null));
    let from = null;
    this.#cy.on('grab', 'node', ({ target }) => (from = { ...target.position() }));
    this.#cy.on('dragfree', 'node', ({ target }) => told.moved(target.id(), { ...target.position() }, from));
  }

  /** Another question is answered next: where things stood for this one does not matter there. */
  forget() {
    this.#left.clear();
    this.#isAnother = true;
  }

  /**
   * Shows a scene. What was there stays where it was, unless the scene has an arrangement or everything is to be laid
   * out again.
   *
   * @param {Scene} scene
   * @param {{again?: boolean, covered?: {left: number, top: number}}} [how]
   * @returns {Promise<boolean>} whether it was shown; another scene may have overtaken it
   */
  async show(scene, { again = false, covered = this.#covered } = {}) {
    const turn = ++this.#drawn;
    if (again) this.#left.clear();
    const before = new Set(this.#cy.nodes('[shape]').map((node) => node.id()));
    const added = scene.nodes.filter(({ id }) => !before.has(id) && !this.#left.has(id));
    const positions = await this.#places(scene, again);
    if (turn !== this.#drawn || this.#cy.destroyed()) return false;
    const goesOn = () => turn === this.#drawn && !this.#cy.destroyed();
    if (!(await this.#remove(scene, goesOn)) || !(await this.#add(scene, positions, goesOn))) return false;
    if (!before.size || again || this.#isAnother || (scene.arrangement && added.length) || !isInView(this.#cy, added, covered)) this.fit(covered);
    this.#isAnother = false;
    return true;
  }

  async #places({ nodes, lines, pins, places, arrangement }, again) {
    const ids = nodes.map((node) => node.id);
    const kept = again ? {} : places ?? {};
    const fixed = new Map([...Object.entries(kept), ...(arrangement?.positions ?? []), ...Object.entries(pins)]);
    if (!again) {
      ids.filter((id) => this.#left.has(id) && !fixed.has(id) && this.#cy.getElementById(id).empty()).forEach((id) => fixed.set(id, this.#left.get(id)));
      ids.map((id) => this.#cy.getElementById(id)).filter((node) => node.length && !fixed.has(node.id()))
        .forEach((node) => fixed.set(node.id(), { ...node.position() }));
    }
    const here = new Map(ids.filter((id) => fixed.has(id)).map((id) => [id, fixed.get(id)]));
    return here.size === ids.length ? here : layOut(ids, lines, here);
  }

  #remove({ nodes, lines, arrangement }, goesOn) {
    const stay = new Set([...nodes, ...lines, ...(arrangement?.headings ?? [])].map((one) => one.id));
    const gone = this.#cy.elements().filter((element) => !stay.has(element.id()));
    gone.nodes('[shape]').forEach((node) => this.#left.set(node.id(), { ...node.position() }));
    return inTurns(gone.toArray(), (some) => this.#cy.remove(this.#cy.collection(some)), goesOn);
  }

  /** Adds what is new and changes what is not as it was. */
  #add({ nodes, lines, arrangement, focus, pins, marks }, positions, goesOn) {
    const headings = arrangement?.headings ?? [];
    const wanted = [
      ...headings.map((heading) => () => headingElement(heading)),
      ...nodes.map((node) => () => nodeElement(node, positions.get(node.id) ?? { x: 0, y: 0 },
        [focus.has(node.id) && 'focus', Object.hasOwn(pins, node.id) && 'pinned'])),
      ...lines.map((line) => () => lineElement(line, markOf(line, marks))),
    ];
    return inTurns(wanted, (some) => this.#putAll(some.map((make) => make())), goesOn);
  }

  #putAll(elements) {
    this.#cy.batch(() => elements.forEach((element) => this.#put(element)));
    // To be asked how large they are makes them take on their style now, in this turn, and not all at once in the next frame
    this.#cy.collection(elements.map((element) => this.#cy.getElementById(element.data.id))).boundingBox();
  }

  #put(element) {
    const there = this.#cy.getElementById(element.data.id);
    if (there.empty()) {
      this.#left.delete(element.data.id);
      this.#cy.add(element);
      return;
    }
    const now = there.data();
    if (Object.entries(element.data).some(([name, value]) => now[name] !== value)) there.data(element.data);
    if (there.classes().join(' ') !== element.classes.join(' ')) there.classes(element.classes);
    const { x, y } = there.position();
    if (element.position && (element.position.x !== x || element.position.y !== y)) there.position(element.position);
  }

  /**
   * Brings everything into view.
   *
   * @param {{left: number, top: number}} covered how much of the canvas other things lie on
   */
  fit({ left, top } = this.#covered) {
    this.#covered = { left, top };
    this.#cy.resize();
    const box = wholeOf(this.#cy);
    const wide = this.#cy.width() - left;
    const high = this.#cy.height() - top;
    const zoom = Math.min(1.15, (wide - 2 * MARGIN) / box.w, (high - 2 * MARGIN) / box.h);
    this.#cy.viewport({
      zoom,
      pan: { x: left + wide / 2 - (zoom * (box.x1 + box.x2)) / 2, y: top + high / 2 - (zoom * (box.y1 + box.y2)) / 2 },
    });
    this.#whole = this.#seen();
  }

  /** Takes on another size: what showed everything still does, and what a person has moved stays where it is. */
  resize(covered) {
    if (this.#whole === this.#seen()) this.fit(covered);
    else this.#cy.resize();
  }

  #seen() {
    const { x, y } = this.#cy.pan();
    return `${this.#cy.zoom()} ${x} ${y}`;
  }

  zoom(factor) {
    const { width, height } = this.#cy.container().getBoundingClientRect();
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition: { x: width / 2, y: height / 2 } });
  }

  /** Selects an entity or a line, and nothing else. */
  select(id) {
    this.#cy.elements(':selected').unselect();
    if (id) this.#cy.getElementById(id).select();
  }

  /** Where an entity is in the graph; null where it is not drawn. */
  position(id) {
    const node = this.#cy.getElementById(id);
    return node.empty() ? null : { ...node.position() };
  }

  /** Where every entity is in the graph. */
  positions() {
    return new Map(this.#cy.nodes('[shape]').map((node) => [node.id(), { ...node.position() }]));
  }

  /** The picture as a file. */
  png(ground) {
    return this.#cy.png({ output: 'blob-promise', full: true, scale: 2, bg: ground, maxWidth: 8000, maxHeight: 8000 });
  }

  destroy() {
    this.#cy.destroy();
  }
}
