import { html } from 'lit';
import { PageElement } from '../element.js';
import { example } from '../catalogue.js';
import { view, write } from '../address.js';

/** How many dossiers are named. */
const MOST = 8;

/** What there is to ask where the sample is not loaded, and how to load something. */
class WelcomeView extends PageElement {
  static properties = { welcome: { attribute: false } };

  render() {
    const { questions, dossiers } = this.welcome;
    return html`<div class="reading">
      <h1>Who stands where, since when, and who says so</h1>
      <p>Type the name of an entity or a question into the box above.</p>
      ${questions.length ? html`<h2>Questions to begin with</h2><ul class="cards">${questions.map((one) => html`
        <li><a href=${write(view('query', { query: one.name }, example(one)))}>${one.question}</a></li>`)}</ul>` : ''}
      <p><a href=${write(view('queries'))}>All saved queries</a></p>
      <h2>What is loaded</h2>
      ${dossiers.length ? html`<ul>${dossiers.slice(0, MOST).map((one) => html`
        <li><a href=${write(view('dossier', { id: one.id }))}>${one.title ?? one.id}</a></li>`)}</ul>` : html`<p>Nothing yet.</p>`}
      ${dossiers.length > MOST ? html`<p><a href=${write(view('dossiers'))}>All ${dossiers.length} dossiers</a></p>` : ''}
      <p class="note">To load facts of your own: <code>entente new dossier my-topic</code> writes a file to begin with,
        <code>entente load my-topic.yaml</code> loads it.</p>
    </div>`;
  }
}

customElements.define('welcome-view', WelcomeView);
