import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completions } from './completions.js';

const STYLE = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--for)' },
  { tag: [tags.number, tags.bool, tags.atom], color: 'var(--against)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
]);
const LOOK = EditorView.theme({
  '&': { backgroundColor: 'var(--surface)', color: 'var(--ink)', fontSize: '14px', border: '1px solid var(--rule)', borderRadius: '8px' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
  '.cm-content': { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace', minHeight: '120px', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--quiet)', border: 'none' },
  '.cm-tooltip': { backgroundColor: 'var(--surface)', border: '1px solid var(--rule)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--accent-ink)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent)' },
});

/**
 * Where a browser replaces what is selected itself, it tries to keep its style by styles inline, which the policy forbids.
 * Brackets and quotes are left to what closes them.
 */
const REPLACING = EditorView.domEventHandlers({
  beforeinput(event, editor) {
    const { data, inputType, isComposing } = event;
    if (inputType !== 'insertText' || !data || isComposing || editor.state.selection.main.empty || '([{\'"`'.includes(data)) return false;
    event.preventDefault();
    editor.dispatch(editor.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/**
 * An editor for Cypher, in a shadow root: there the policy lets it have its styles. Fires "run" on Ctrl-Enter and "edit"
 * with the text when that changes.
 */
class CypherEditor extends HTMLElement {
  #view = null;

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const run = () => this.dispatchEvent(new CustomEvent('run', { bubbles: true })) || true;
    const changed = (update) => update.docChanged && this.dispatchEvent(new CustomEvent('edit', { detail: this.text, bubbles: true }));
    this.#view = new EditorView({
      root, parent: root,
      state: EditorState.create({
        doc: this.getAttribute('text') ?? '',
        extensions: [
          lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), lintGutter(), EditorView.lineWrapping,
          StreamLanguage.define(cypher), syntaxHighlighting(STYLE), LOOK, REPLACING,
          autocompletion({ override: [completions] }),
          keymap.of([{ key: 'Mod-Enter', run }, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ 'aria-label': 'Cypher statement' }),
          EditorView.updateListener.of(changed),
        ],
      }),
    });
  }

  disconnectedCallback() {
    this.#view.destroy();
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(text) {
    if (text !== this.text) this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  /**
   * Underlines what is wrong.
   *
   * @param {{line?: number, column?: number, message: string, severity: 'error' | 'warning'}[]} faults
   */
  underline(faults) {
    const { doc } = this.#view.state;
    const diagnostics = faults.filter(({ line }) => line >= 1 && line <= doc.lines).map(({ line, column, message, severity }) => {
      const { from: start, to: end } = doc.line(line);
      const from = Math.min(start + Math.max((column ?? 1) - 1, 0), end);
      const word = doc.sliceString(from, end).match(/^[\w$`]+/)?.[0].length ?? 1;
      const to = Math.min(from + word, doc.length);
      return { from: to > from ? from : Math.max(from - 1, start), to, severity, message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  focus() {
    this.#view.focus();
  }
}

customElements.define('cypher-editor', CypherEditor);
