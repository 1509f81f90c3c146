/**
 * Pins as they are when an entity is pinned, or no longer.
 *
 * @param {Record<string, {x: number, y: number}>} pins
 * @param {string} id
 * @param {{x: number, y: number} | false} at where it stays from now on
 */
export function changedPins(pins, id, at) {
  const { [id]: before, ...others } = pins;
  return at ? { ...others, [id]: at } : others;
}
