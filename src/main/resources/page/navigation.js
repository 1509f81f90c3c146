import { read, write } from './address.js';
import { remember, remembered } from './tab.js';

/**
 * Where the page is, and how it gets elsewhere. Everything that changes what is shown is a step in the browser's
 * history, so undo and redo are the browser's back and forward.
 */

const LAST = 'entente.last';
const listeners = new Set();
let shown = fromHistory();
begin();

function fromHistory() {
  const view = read(location);
  Object.assign(view.drawing.pins, history.state?.pins);
  view.drawing.places = history.state?.places ?? null;
  return view;
}

/** An address that was typed, and no step of this page's, is the first of them. */
function begin() {
  if (history.state) return;
  history.replaceState({ step: 0, pins: shown.drawing.pins }, '');
  remember(LAST, '0');
}

function step() {
  return history.state?.step ?? 0;
}

/** The view that is shown. */
export function current() {
  return shown;
}

/**
 * Goes to a view.
 *
 * @param {import('./address.js').View} next
 * @param {{replace?: boolean}} [how] with replace, it takes the place of the present one in the history
 */
export function go(next, { replace = false } = {}) {
  const at = replace ? step() : step() + 1;
  const state = { step: at, pins: next.drawing.pins };
  if (replace) history.replaceState(state, '', write(next));
  else {
    history.pushState(state, '', write(next));
    remember(LAST, String(at));
  }
  shown = next;
  tell();
}

/** Changes what has been done to the graph. */
export function draw(change, how) {
  go({ ...shown, drawing: { ...shown.drawing, places: null, ...change } }, how);
}

/** Changes what is looked at of the graph, such as the evidence of a line: it is in the address, and no step of its own. */
export function look(change) {
  shown = { ...shown, drawing: { ...shown.drawing, ...change } };
  history.replaceState(history.state, '', write(shown, location.hash.includes('pin=')));
  tell();
}

/** Keeps with the present step where entities stand, so that who comes back to it finds them there. */
export function keepPlaces(places) {
  history.replaceState({ ...history.state, places: { ...history.state?.places, ...places } }, '');
}

/** Shows the graph or the table. */
export function show(what) {
  go({ ...shown, show: what });
}

export function undo() {
  history.back();
}

export function redo() {
  history.forward();
}

export function canUndo() {
  return step() > 0;
}

export function canRedo() {
  return step() < Number(remembered(LAST) ?? 0);
}

/** Calls the listener after each change, until the function that is returned is called. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  listeners.forEach((listener) => listener(shown));
}

addEventListener('popstate', () => {
  shown = fromHistory();
  begin();
  tell();
});

/** Links within the page change the view instead of loading the page again. */
addEventListener('click', (event) => {
  const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.target || link.hasAttribute('download')) return;
  const address = new URL(link.href);
  if (address.origin === location.origin && address.pathname === '/' && (!address.hash || address.hash.includes('='))) {
    event.preventDefault();
    go(read(address));
  }
});
