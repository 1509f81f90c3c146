/** How long, in milliseconds, work on a graph may go on before the page may do something else. */
const TURN = 20;
const STEP = 10;

/**
 * Does something with each of many, in turns between which the page goes on.
 *
 * @template T
 * @param {T[]} all
 * @param {(some: T[]) => void} act takes a few at a time
 * @param {() => boolean} goesOn asked at the beginning of each turn
 * @returns {Promise<boolean>} whether it went on to the end
 */
export async function inTurns(all, act, goesOn) {
  let begun = performance.now();
  for (let at = 0; at < all.length; at += STEP) {
    if (performance.now() - begun > TURN) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (!goesOn()) return false;
      begun = performance.now();
    }
    act(all.slice(at, at + STEP));
  }
  return true;
}
