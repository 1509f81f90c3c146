import { entityLook, opacity, typeLook } from '../graph/palette.js';
import { confidence } from '../graph/model.js';
import { kindOf, lower, period, plain, safeLink, verb } from '../words.js';

/** One file that shows a graph and its evidence without a server: a picture, and tables. */

const RADIUS = 14;
const DASHES = { solid: '', dashed: ' stroke-dasharray="8 5"', dotted: ' stroke-dasharray="2 4"' };
const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:1100px;padding:0 1rem;color:#1d2430;background:#fbfbfa}
svg{width:100%;height:auto;background:#fff;border:1px solid #dfe2e7;border-radius:8px}table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;font-weight:600;padding:1.5rem 0 .5rem}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #dfe2e7}
th{color:#5b6472;font-size:12px}.quiet{color:#5b6472}`;

/**
 * @param {{title: string, nodes: object[], lines: object[], positions: Map<string, {x: number, y: number}>,
 *   sources: Map<string, object>, on: string | null}} shown
 * @returns {string} a page of HTML
 */
export function standalone(shown) {
  const title = text(shown.title);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style>
<h1>${title}</h1><p class="quiet">From Entente${shown.on ? `, as of ${text(shown.on)}` : ''}. Point at a line for its evidence.</p>
${picture(shown)}${claims(shown)}${entities(shown)}${sources(shown)}</html>`;
}

function picture({ nodes, lines, positions }) {
  const places = [...positions.values()];
  const [left, right] = [Math.min(...places.map((at) => at.x)) - 110, Math.max(...places.map((at) => at.x)) + 110];
  const [top, bottom] = [Math.min(...places.map((at) => at.y)) - 50, Math.max(...places.map((at) => at.y)) + 60];
  return `<svg viewBox="${left} ${top} ${right - left} ${bottom - top}" role="img" aria-label="The graph; the tables below hold the same">
${lines.map((line) => drawn(line, positions)).join('\n')}${nodes.map((node) => dot(node, positions.get(node.id))).join('\n')}</svg>`;
}

function drawn(line, positions) {
  const [from, to] = [positions.get(line.from), positions.get(line.to)];
  const { colour, line: style, width } = typeLook(line.type);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const end = { x: to.x - ((to.x - from.x) / length) * RADIUS, y: to.y - ((to.y - from.y) / length) * RADIUS };
  return `<line x1="${from.x}" y1="${from.y}" x2="${end.x}" y2="${end.y}" stroke="${colour}" stroke-width="${width}"${DASHES[style]}`
    + ` opacity="${opacity(confidence(line))}"><title>${text(line.claims.map(sentence).join('\n'))}</title></line>`;
}

function sentence({ from, type, to, properties }) {
  return `${from} ${verb(type)} ${to}, ${period(properties)}. ${properties.summary ?? ''} ${plain(properties.sources)}`;
}

function dot(node, { x, y }) {
  return `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="${entityLook(node).colour}"><title>${text(kindOf(node))}</title></circle>`
    + `<text x="${x}" y="${y + RADIUS + 15}" text-anchor="middle" font-size="12" font-family="system-ui,sans-serif" paint-order="stroke" stroke="#fff" stroke-width="3" fill="#1d2430">${text(node.name)}</text>`;
}

function claims({ lines, nodes }) {
  const name = new Map(nodes.map((node) => [node.id, node.name]));
  return table('Relationships', ['from', 'type', 'to', 'when', 'confidence', 'basis', 'summary', 'sources', 'dossier'],
    lines.flatMap((line) => line.claims).map(({ from, type, to, properties }) => [name.get(from), lower(type), name.get(to), period(properties),
      properties.confidence, properties.basis, properties.summary, plain(properties.sources), properties.dossier]));
}

function entities({ nodes }) {
  return table('Entities', ['name', 'kind', 'summary', 'id'], nodes.map((node) => [node.name, kindOf(node), node.properties.summary, node.id]));
}

function sources({ sources: known }) {
  return table('Sources', ['id', 'title', 'author', 'publisher', 'address'], [...known].map(([key, { properties = {} }]) =>
    [key, properties.title, properties.author, properties.publisher, safeLink(properties.url)]));
}

function table(caption, columns, rows) {
  return `<table><caption>${caption}</caption><tr>${columns.map((column) => `<th>${column}</th>`).join('')}</tr>${rows.map((row) =>
    `<tr>${row.map((cell) => `<td>${text(cell ?? '')}</td>`).join('')}</tr>`).join('')}</table>`;
}

/** Text that stays text, whatever stands in it. */
function text(value) {
  return String(value ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
