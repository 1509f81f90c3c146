import { asks } from '../address.js';
import { answer, onDay } from '../answer.js';
import { Expansions } from '../graph/expansions.js';
import { merged } from '../graph/model.js';
import { withMoreRows } from '../rows.js';
import { ANY } from '../time/time-slider.js';

/** The question of a view and its answer, with all that has been expanded. What comes late overtakes nothing. */
export class Inquiry {
  /** @type {import('../answer.js').Answer | null} */
  answer = null;
  graph = null;
  /** The graph, and what may hold on other days. */
  known = null;
  /** The question to which this is the answer. */
  question = null;
  failure = null;
  /** Why something more did not come, and how it is asked for again; what was there before stays. */
  partFailure = null;
  /** Whether of other days only a part is known, and that is shown. */
  isPart = false;
  /** Whether another question is being asked than the one whose answer is there. */
  asking = false;
  /** Whether more is being asked for of the same. */
  adding = false;

  #view = null;
  #about = '';
  /** What of the drawing was last asked for. */
  #wanted = '';
  /** What ends the question, and what ends that for the rest of the view. */
  #asked = new AbortController();
  #completed = new AbortController();
  /** The answer as it came, before the slider asked for another day; and the answer for that day. */
  #found = null;
  #ofOtherDay = null;
  #expansions = new Expansions();
  #told;

  /** @param {() => void} told called after each change */
  constructor(told) {
    this.#told = told;
  }

  /** @returns {boolean} whether the view asks another question */
  follow(view) {
    this.#view = view;
    const about = asks(view);
    if (about !== this.#about || this.failure) {
      this.#about = about;
      this.ask();
      return true;
    }
    // What is asked takes on the rest of the view when it comes
    if (this.#found && wanted(view) !== this.#wanted) this.#complete();
    return false;
  }

  async ask() {
    this.stop();
    const { signal } = (this.#asked = new AbortController());
    this.#found = null;
    this.#become({ asking: true, failure: null, partFailure: null });
    try {
      const found = await answer(this.#view, signal);
      if (signal.aborted) return;
      this.#found = found;
      this.#ofOtherDay = null;
      this.#expansions.clear();
      document.title = `${found.understood?.question ?? found.title} – Entente`;
      await this.#complete();
    } catch (failure) {
      if (signal.aborted) return;
      document.title = 'Entente';
      this.#become({ answer: null, graph: null, failure, asking: false, adding: false });
    }
  }

  /** Wants no answer any more. */
  stop() {
    this.#asked.abort();
    this.#completed.abort();
  }

  /** Has the answer be as the view wants it: of its day, and with what has been expanded. */
  async #complete() {
    this.#completed.abort();
    const { signal } = (this.#completed = new AbortController());
    this.#wanted = wanted(this.#view);
    this.#become({ adding: true, failure: null, partFailure: null });
    try {
      const whole = await this.#ofDay(signal);
      const { open, on } = this.#view.drawing;
      const { beyond } = whole;
      const expanded = (day) => this.#expansions.onto(whole.graph, open, day);
      const { graph, failure } = await expanded(this.on(whole));
      const ofAllDays = open.length && this.on(whole) && !failure ? await expanded(null) : { graph };
      const known = merged([...(beyond ? [beyond.graph] : []), ofAllDays.graph, graph]);
      const all = on === ANY && whole.table ? beyond : null;
      if (signal.aborted) return;
      this.#become({
        answer: await this.#ofDay(signal), // with the rows that have come meanwhile
        graph: all ? known : graph, known, isPart: Boolean(all?.truncated), question: this.#about, asking: false, adding: false,
        partFailure: failure && { failure, again: () => this.#complete() },
      });
    } catch (failure) {
      if (signal.aborted) return;
      if (this.asking || !this.answer) this.#become({ answer: null, graph: null, failure, asking: false, adding: false });
      else this.#become({ partFailure: { failure, again: () => this.#complete() }, adding: false });
    }
  }

  /** What is not known of every day is asked again for the day of the slider. */
  async #ofDay(signal) {
    const found = this.#found;
    const { on } = this.#view.drawing;
    const allDays = found.table ? found.asOf : null; // rows are those of a day
    const day = on === ANY ? allDays : on ?? found.asOf;
    if (!found.askOn || day === found.asOf) return found;
    if (this.#ofOtherDay?.asOf !== day) {
      const answer = await onDay(found, day, signal);
      if (found === this.#found) this.#ofOtherDay = answer;
      return answer;
    }
    return this.#ofOtherDay;
  }

  /** The day at which the graph of an answer is seen: the question's own, unless another is chosen. Null for all days. */
  on(whole = this.answer) {
    const on = this.#view.drawing.on ?? whole.asOf;
    return on === ANY ? null : on;
  }

  /** Asks for the rows that follow. */
  async more() {
    const { answer: before } = this;
    const { signal } = this.#asked;
    this.#become({ partFailure: null });
    try {
      const next = await withMoreRows(before, signal);
      if (before === this.#found) this.#found = next;
      if (before === this.#ofOtherDay) this.#ofOtherDay = next;
      if (before === this.answer) this.#become({ answer: next });
    } catch (failure) {
      const isOver = failure.problem?.code === 'graph-changed';
      const again = () => (isOver ? this.ask() : this.more());
      if (!signal.aborted && before === this.answer) this.#become({ partFailure: { failure, again } });
    }
  }

  #become(change) {
    Object.assign(this, change);
    this.#told();
  }
}

/** What of a drawing has to be asked for. */
function wanted({ drawing: { open, on } }) {
  return JSON.stringify([open, on]);
}
