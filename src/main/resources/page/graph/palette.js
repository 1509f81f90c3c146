import { kindOf } from '../words.js';

/** How kinds and types look: by shape and colour, by line style and colour, in light and in dark. */

const KINDS = {
  State: { shape: 'ellipse', light: '#34558b', dark: '#7fa3dd' },
  Organization: { shape: 'round-rectangle', light: '#4d7fb8', dark: '#9cc1ee' },
  Group: { shape: 'diamond', light: '#6d5aa8', dark: '#b3a2ea' },
  Person: { shape: 'round-pentagon', light: '#7c93b2', dark: '#b5c5db' },
  Agreement: { shape: 'barrel', light: '#b7791f', dark: '#e3b35b' },
  Proposal: { shape: 'round-tag', light: '#c9963a', dark: '#efcb86' },
  Base: { shape: 'triangle', light: '#3c3f46', dark: '#e4e6ea' },
  Place: { shape: 'hexagon', light: '#8b8478', dark: '#b9b1a3' },
  Event: { shape: 'star', light: '#8a4f7d', dark: '#d79ac9' },
  Dispute: { shape: 'vee', light: '#9c5b6d', dark: '#dba0b0' },
  Consideration: { shape: 'round-hexagon', light: '#7b8794', dark: '#a9b4c0' },
};
const OTHER_KIND = { shape: 'octagon', light: '#6b7280', dark: '#aab1bd' };

const TYPES = {
  SUPPORTS: { line: 'solid', arrow: 'triangle', width: 3, light: '#1a8754', dark: '#4cc38a' },
  OPPOSES: { line: 'dashed', arrow: 'tee', width: 3, light: '#c8372d', dark: '#ff7b70' },
  NEUTRAL_ON: { line: 'dotted', arrow: 'circle', width: 3, light: '#737d8b', dark: '#a3adba' },
  SIGNED: { line: 'solid', arrow: 'triangle', width: 2, light: '#b7791f', dark: '#e3b35b' },
  BORDERS: { line: 'dashed', arrow: 'none', width: 1.5, light: '#8b8478', dark: '#b9b1a3' },
  LINKED_TO: { line: 'solid', arrow: 'none', width: 1.5, light: '#9aa6b5', dark: '#6f7b8b' },
};
const OTHER_TYPE = { line: 'solid', arrow: 'chevron', width: 1.5, light: '#9aa6b5', dark: '#6f7b8b' };

const OPACITY = { high: 1, moderate: 0.65, low: 0.35 };

/** Asked for once: each element of a graph wants to know. */
const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Whether dark colours are asked for. */
export function isDark() {
  return DARK.matches;
}

/** @param {boolean} [dark] whether it is for a dark ground */
export function kindLook(kind, dark = isDark()) {
  return coloured(KINDS[kind] ?? OTHER_KIND, dark);
}

export function entityLook(entity, dark) {
  return kindLook(kindOf(entity), dark);
}

export function typeLook(type, dark = isDark()) {
  return coloured(TYPES[type] ?? OTHER_TYPE, dark);
}

/** How much of a line is seen: the surer, the more. What does not say how sure it is stands between. */
export function opacity(confidence) {
  return OPACITY[confidence] ?? 0.8;
}

function coloured(look, dark) {
  return { ...look, colour: dark ? look.dark : look.light };
}
