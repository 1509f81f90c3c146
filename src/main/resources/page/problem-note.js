import { html } from 'lit';
import { PageElement } from './element.js';
import { useToken } from './api.js';
import { view, write } from './address.js';
import { current } from './navigation.js';

const WORDS = {
  'server-away': ['The server does not answer', 'Is it still running? Once it is, try again.'],
  'database-away': ['The database is away', 'It usually comes back within a minute. Nothing is lost; try again then.'],
  overloaded: ['Too much at once', 'The server is busy, or the answer too large. Wait a moment, or ask for less.'],
  'timed-out': ['That takes too long', 'Ask for less: fewer steps, fewer types, a day.'],
  'not-understood': ['No saved query answers that', 'Try one of these, or type a name.'],
  'unknown-entity': ['No such entity', 'Check the spelling, or pick a suggestion while you type.'],
  'ambiguous-entity': ['Several may be meant', 'Choose one.'],
  'graph-changed': ['The graph has changed', 'What follows would not fit what is above. Ask again from the start.'],
  'too-many-requests': ['Too many requests', 'Wait a minute, then try again.'],
  stopping: ['The server is being stopped', 'Once it is started again, try again.'],
  'unknown-source': ['No such source', 'It may have been taken out of its dossier; the dossier lists those that there are.'],
  'ambiguous-source': ['Several dossiers have such a source', 'Choose one.'],
  'request-too-long': ['That is too long', 'Ask for fewer at once.'],
  'no-space': ['The server has no room', 'Its disk is full. Ask for less, or tell whoever runs it.'],
  'unknown-query': ['No such saved query', 'It may have been renamed; the catalogue lists all.'],
};

/** What may be otherwise when it is tried again. */
const AGAIN = ['server-away', 'database-away', 'overloaded', 'timed-out', 'graph-changed', 'too-many-requests', 'stopping', 'unexpected'];

/** What went wrong, in words that say what to do next. Fires "again" when it is to be tried again. */
class ProblemNote extends PageElement {
  static properties = { failure: { attribute: false } };

  render() {
    const problem = this.failure?.problem ?? { code: 'unexpected', detail: String(this.failure?.message) };
    if (problem.status === 401 || problem.status === 403 && problem.code !== 'refused') return this.#token(problem);
    const [title, advice] = WORDS[problem.code] ?? ['That did not work', ''];
    const again = AGAIN.includes(problem.code);
    return html`<div class="problem" role="alert">
      <h3>${title}</h3>
      <p>${problem.detail}</p>
      ${advice ? html`<p class="quiet">${advice}</p>` : ''}
      ${this.#candidates(problem)}
      ${again ? html`<button type="button" @click=${this.#again}>Try again</button>` : ''}
    </div>`;
  }

  #candidates(problem) {
    const { code, candidates = [] } = problem;
    if (!candidates.length) return '';
    const areSources = code === 'unknown-source' || code === 'ambiguous-source';
    const areQueries = code === 'not-understood' || code === 'unknown-query';
    const to = ({ id }) => (areQueries ? view('queries', { id }) : areSources ? sourcePage(id) : about(id, problem, current()));
    return html`<ul>${candidates.map((one) => html`<li><a href=${write(to(one))}>${one.name}</a>
      ${areQueries ? '' : html`<span class="quiet">${one.id}</span>`}</li>`)}</ul>`;
  }

  #token(problem) {
    return html`<form class="problem" role="alert" @submit=${this.#enter}>
      <h3>A token is needed</h3>
      <p>${problem.detail}</p>
      <label>Token <input name="token" type="password" autocomplete="off" required pattern="[!-~]+" title="letters, digits and signs of a keyboard, no spaces"></label>
      <button>Use it</button>
      <p class="quiet">It is kept in this tab alone. Who runs the server makes one with <code>entente token create</code>.</p>
    </form>`;
  }

  #enter(event) {
    event.preventDefault();
    useToken(new FormData(event.target).get('token').trim());
    this.#again();
  }

  #again() {
    this.dispatchEvent(new CustomEvent('again', { bubbles: true }));
  }
}

/** The page of a source, by its key: the dossier, a slash and the id. */
function sourcePage(key) {
  const [dossier, ...id] = key.split('/');
  return view('source', { dossier, id: id.join('/') });
}

/** What was asked, of the entity that is meant; where no view asked it, what lies around that entity. */
function about(id, { parameter, value }, { name, given, parameters }) {
  const named = value ? new RegExp(`(?<![\\p{L}\\p{N}])${value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu') : null;
  if (name === 'ask' && named?.test(given.q)) return view(name, { q: given.q.replace(named, () => id) });
  if (name === 'query' && parameters[parameter]) {
    return view(name, given, { ...parameters, [parameter]: parameters[parameter].map((one) => (one === value ? id : one)) });
  }
  return given[parameter] ? view(name, { ...given, [parameter]: id }) : view('around', { around: id });
}

customElements.define('problem-note', ProblemNote);
