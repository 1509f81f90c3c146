import { entityLook, isDark, opacity, typeLook } from './palette.js';
import { confidence } from './model.js';
import { SIGNS } from './shapes.js';

/** How the canvas draws entities and lines. */

const INK = { light: '#1d2430', dark: '#e8ebf0' };
const GROUND = { light: '#fbfbfa', dark: '#14171c' };
const ACCENT = { light: '#2f5fd0', dark: '#8ab0ff' };

/**
 * The style sheet of the canvas. Colours come with the elements: those that are asked for may change, and another sheet
 * would have all elements styled at once.
 */
export function sheet() {
  return [
    { selector: 'node[shape]', style: node() },
    { selector: 'node.focus', style: { width: 42, height: 42, 'font-weight': 600, 'font-size': 14, 'text-valign': 'top', 'text-margin-y': -5 } },
    { selector: 'node.pinned', style: { 'border-color': 'data(ink)', 'border-style': 'double', 'border-width': 4 } },
    { selector: 'node.heading', style: heading() },
    { selector: 'edge', style: edge() },
    { selector: 'edge.labelled', style: { label: 'data(label)' } },
    { selector: 'node:selected', style: { 'border-width': 3, 'border-color': 'data(accent)', 'border-style': 'solid' } },
    { selector: 'edge:selected', style: { 'underlay-color': 'data(accent)', 'underlay-opacity': 0.25, 'underlay-padding': 5 } },
    { selector: '.near', style: { 'underlay-color': 'data(accent)', 'underlay-opacity': 0.18, 'underlay-padding': 5 } },
    { selector: '.appeared', style: { 'underlay-color': '#1a8754', 'underlay-opacity': 0.3, 'underlay-padding': 4 } },
    { selector: '.ended', style: { 'underlay-color': '#c8372d', 'underlay-opacity': 0.25, 'underlay-padding': 4 } },
    { selector: '.passed', style: { 'underlay-color': '#5b6472', 'underlay-opacity': 0.25, 'underlay-padding': 4 } },
    { selector: '.changed', style: { 'underlay-color': '#b7791f', 'underlay-opacity': 0.35, 'underlay-padding': 4 } },
    { selector: 'node:active, edge:active', style: { 'overlay-opacity': 0 } },
    { selector: 'core', style: { 'active-bg-opacity': 0 } },
  ];
}

function tone() {
  const name = isDark() ? 'dark' : 'light';
  return { ink: INK[name], ground: GROUND[name], accent: ACCENT[name] };
}

function node() {
  return {
    shape: 'data(shape)', 'background-color': 'data(colour)', width: 28, height: 28, label: 'data(label)',
    color: 'data(ink)', 'font-size': 12, 'font-family': 'system-ui, sans-serif', 'text-valign': 'bottom',
    'text-margin-y': 5, 'text-wrap': 'wrap', 'text-max-width': 128, 'text-background-color': 'data(ground)',
    'text-background-opacity': 0.82, 'text-background-padding': 2, 'text-background-shape': 'roundrectangle',
    'min-zoomed-font-size': 7,
  };
}

function heading() {
  return {
    shape: 'rectangle', 'background-opacity': 0, width: 1, height: 1, label: 'data(label)', color: 'data(colour)',
    'font-size': 14, 'font-weight': 600, 'font-family': 'system-ui, sans-serif', 'text-valign': 'center', events: 'no',
  };
}

function edge() {
  return {
    'curve-style': 'bezier', 'control-point-step-size': 34, width: 'data(width)', 'line-color': 'data(colour)',
    'line-style': 'data(line)', 'target-arrow-shape': 'data(arrow)', 'target-arrow-color': 'data(colour)',
    'arrow-scale': 1.1, opacity: 'data(opacity)', 'target-distance-from-node': 3,
    color: 'data(ink)', 'font-size': 11, 'text-background-color': 'data(ground)', 'text-background-opacity': 0.9,
    'text-background-padding': 3, 'text-background-shape': 'roundrectangle', 'min-zoomed-font-size': 8,
  };
}

const MOST_LETTERS = 90;

/** A name of which a picture has room for all. */
function short(name) {
  return name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name;
}

/** An entity as the canvas takes it. */
export function nodeElement(entity, position, classes) {
  const { shape, colour } = entityLook(entity);
  return {
    group: 'nodes', classes: classes.filter(Boolean), position: { ...position },
    data: { id: entity.id, label: short(entity.name ?? entity.id), shape, colour, ...tone() },
  };
}

/**
 * A line as the canvas takes it.
 *
 * @param {string} [mark] what became of it, or that it is lit
 */
export function lineElement(line, mark) {
  const { colour, line: style, arrow, width } = typeLook(line.type);
  const many = line.claims.length;
  const label = [SIGNS[mark], many > 1 && `×${many}`].filter(Boolean).join(' ');
  return {
    group: 'edges', classes: [label && 'labelled', mark].filter(Boolean),
    data: {
      id: line.id, source: line.from, target: line.to, colour, line: style, arrow,
      width: width + Math.min(many - 1, 4), opacity: opacity(confidence(line)), label, ...tone(),
    },
  };
}

/** The heading of a side as the canvas takes it. */
export function headingElement({ id, label, type, position }) {
  return {
    group: 'nodes', classes: ['heading'], position: { ...position }, selectable: false, grabbable: false,
    data: { id, label, colour: typeLook(type).colour },
  };
}
