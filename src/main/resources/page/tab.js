/** What is remembered for as long as this tab is open; where the browser keeps nothing, until the page is loaded again. */

const otherwise = new Map();

export function remember(name, text) {
  otherwise.set(name, text);
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // It is remembered here
  }
}

/** @returns {string | null} */
export function remembered(name) {
  try {
    return otherwise.get(name) ?? sessionStorage.getItem(name);
  } catch {
    return otherwise.get(name) ?? null;
  }
}
