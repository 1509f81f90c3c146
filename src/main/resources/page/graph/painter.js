/** How long, in milliseconds, a frame may take as long as a picture is not finished, and how long in any case. */
const FRAME = 40;
const PAUSE = 1000 / 60;
/** How much longer it takes to draw an entity with its name than a line. */
const ENTITY = 4;
const LEAST = 40;
/** So many elements that have changed since the picture are drawn on top of it. */
const MOST_ON_TOP = 60;

/**
 * Draws the elements of a graph a share in each frame, however many there are. Cytoscape draws all of them in one frame
 * after each change, which holds up the page for as long as that takes. Until a picture is finished the one before is
 * shown, moved and enlarged as the view is, and on top of it what has changed since.
 */
class Painter {
  #renderer;
  #cy;
  /** The picture that is finished, and the one that is being drawn. */
  #front = null;
  #back = null;
  /** What has changed since each of them was begun. */
  #sinceFront = new Set();
  #sinceBack = new Set();
  /** How long it takes to draw a line, in milliseconds, as has been seen. */
  #cost = 0.1;
  #awaited = false;

  constructor(cy) {
    this.#cy = cy;
    this.#renderer = cy.renderer();
    this.#renderer.onUpdateEleCalcs((willDraw, elements) => elements.forEach((element) => {
      this.#sinceFront.add(element);
      this.#sinceBack.add(element);
    }));
  }

  /** Draws what is not being dragged. */
  draw(context, elements, ratio) {
    const view = this.#view(elements, ratio);
    if (!this.#back && !this.#isFinished(view)) this.#begin(view);
    if (this.#back) this.#goOn();
    this.#present(context, view);
    if (this.#back || !this.#isFinished(view)) this.#await();
  }

  #view(elements, ratio) {
    const { canvasWidth: width, canvasHeight: height } = this.#renderer;
    return { elements, ratio, width, height, zoom: this.#cy.zoom(), pan: { ...this.#cy.pan() } };
  }

  #isFinished({ elements, ratio, width, height, zoom, pan }) {
    const front = this.#front;
    return front && ![...this.#sinceFront].some((one) => !isDragged(one)) && front.elements === elements && front.ratio === ratio && front.width === width
      && front.height === height && front.zoom === zoom && front.pan.x === pan.x && front.pan.y === pan.y;
  }

  #begin(view) {
    const canvas = this.#renderer.makeOffscreenCanvas(view.width, view.height);
    const context = canvas.getContext('2d');
    place(context, view);
    this.#back = { ...view, canvas, context, extent: this.#cy.extent(), at: 0 };
    this.#sinceBack = new Set();
  }

  #goOn() {
    const { elements, extent, context } = this.#back;
    const begun = performance.now();
    const share = Math.max(LEAST, FRAME / this.#cost);
    let drawn = 0;
    while (this.#back.at < elements.length && drawn < share) {
      drawn += this.#paint(context, elements[this.#back.at++], extent);
      if (performance.now() - begun > FRAME) break;
    }
    // What a canvas is told it does only at the end of the frame
    requestAnimationFrame(() => this.#learn(performance.now() - begun, drawn));
    if (this.#back.at < elements.length) return;
    this.#front = this.#back;
    this.#back = null;
    this.#sinceFront = this.#sinceBack;
    this.#sinceBack = new Set();
  }

  #learn(took, drawn) {
    if (!drawn) return;
    const cost = Math.max(0, took - PAUSE) / drawn;
    this.#cost = cost > this.#cost ? Math.min(cost, 3 * this.#cost) : 0.8 * this.#cost + 0.2 * cost;
  }

  /** @returns {number} how much work it was */
  #paint(context, element, { x1, x2, y1, y2 }) {
    if (element.removed() || !element.visible()) return 0;
    const box = element.boundingBox();
    if (box.x2 < x1 || box.x1 > x2 || box.y2 < y1 || box.y1 > y2) return 0;
    const named = this.#renderer.eleTextBiggerThanMin(element);
    this.#renderer.drawElement(context, element, undefined, named);
    return element.isNode() && named ? ENTITY : 1;
  }

  #present(context, view) {
    const shown = this.#front ?? this.#back;
    const scale = (view.zoom * view.ratio) / (shown.zoom * shown.ratio);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(shown.canvas, (view.pan.x - shown.pan.x * (view.zoom / shown.zoom)) * view.ratio,
      (view.pan.y - shown.pan.y * (view.zoom / shown.zoom)) * view.ratio, shown.width * scale, shown.height * scale);
    context.restore();
    if (!this.#front || this.#sinceFront.size > MOST_ON_TOP) return;
    const extent = this.#cy.extent();
    this.#sinceFront.forEach((element) => !isDragged(element) && this.#paint(context, element, extent));
  }

  /** Asks for another frame. */
  #await() {
    if (this.#awaited) return;
    this.#awaited = true;
    requestAnimationFrame(() => {
      this.#awaited = false;
      if (this.#cy.destroyed()) return;
      this.#renderer.redrawHint('eles', true);
      this.#renderer.redraw();
    });
  }
}

/** What is dragged lies above the picture and is drawn by Cytoscape. */
function isDragged(element) {
  return element.isNode() ? element.grabbed() : element.source().grabbed() || element.target().grabbed();
}

function place(context, { pan, zoom, ratio }) {
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio);
}

/** Has a graph drawn in shares, from its next frame on. */
export function drawInShares(cy) {
  const painter = new Painter(cy);
  const renderer = cy.renderer();
  renderer.drawLayeredElements = (context, elements, ratio) => painter.draw(context, elements, ratio);
}
