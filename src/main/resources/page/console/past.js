const KEY = 'entente.statements';
const MOST = 50;

/** The statements that were run in this browser, the last first. */
export function past() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}

/** Keeps a statement that was run, with its parameters as they were written; not where the browser has no room for it. */
export function keep(statement, values) {
  const others = past().filter((one) => one.statement !== statement || one.values !== values);
  try {
    localStorage.setItem(KEY, JSON.stringify([{ statement, values }, ...others].slice(0, MOST)));
  } catch {
    // What was run counts, not that it is remembered
  }
}

export function forgetAll() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing is kept there is nothing to forget
  }
}
