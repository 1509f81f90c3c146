import { confidence, keyOf, markOf } from '../graph/model.js';
import { kindLook, opacity, typeLook } from '../graph/palette.js';
import { DASHES, SHAPES, SIGNS, signed } from '../graph/shapes.js';
import { became, day, kindOf, lower, period, plain, safeLink, verb } from '../words.js';

/** One file that shows a graph and its evidence without a server: a picture on a light ground, and tables. */

const RADIUS = 14;
/** How much larger a shape is than in the legend, and how far it reaches from its middle there. */
const SCALE = 1.9;
const MIDDLE = 8;
/** How far parallel lines lie from each other, at their middle. */
const APART = 34;
const ARROWS = {
  triangle: '<path d="M0 0 10 5 0 10z" fill="C"/>', tee: '<path d="M8 0V10" stroke="C" stroke-width="3"/>',
  circle: '<circle cx="6" cy="5" r="4" fill="C"/>', chevron: '<path d="M2 0 9 5 2 10" fill="none" stroke="C" stroke-width="2"/>',
};
const LETTERING = 'font-size="12" font-family="system-ui,sans-serif" paint-order="stroke" stroke="#fff" stroke-width="3" fill="#1d2430"';
const STYLE = `body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:1100px;padding:0 1rem;color:#1d2430;background:#fbfbfa;color-scheme:light}
.picture{width:100%;height:auto;background:#fff;border:1px solid #dfe2e7;border-radius:8px}table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;font-weight:600;padding:1.5rem 0 .5rem}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #dfe2e7}
td,h1{unicode-bidi:isolate}th{color:#5b6472;font-size:12px}.quiet{color:#5b6472}.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;list-style:none;font-size:14px}
.legend svg{vertical-align:middle;margin-right:.3rem}`;

/**
 * @param {{title: string, nodes: object[], lines: object[], positions: Map<string, {x: number, y: number}>,
 *   sources: Map<string, object>, marks: Map<string, string>, on: string | null}} shown marks tell what became of
 *   relationships, by their keys
 * @returns {string} a page of HTML
 */
export function standalone(shown) {
  const title = text(shown.title);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${STYLE}</style>
<h1>${title}</h1><p class="quiet">From Entente${shown.on ? `, as of ${text(shown.on)}` : ''}. Point at a line for its evidence; the fainter it is, the less sure its source.</p>
${shown.nodes.length ? picture(shown) + legend(shown) : ''}${claims(shown)}${entities(shown)}${sources(shown)}</html>`;
}

function picture({ nodes, lines, positions, marks }) {
  const places = nodes.map((node) => positions.get(node.id));
  const [left, right] = [Math.min(...places.map((at) => at.x)) - 110, Math.max(...places.map((at) => at.x)) + 110];
  const [top, bottom] = [Math.min(...places.map((at) => at.y)) - 50, Math.max(...places.map((at) => at.y)) + 60];
  const name = naming(nodes);
  return `<svg class="picture" viewBox="${left} ${top} ${right - left} ${bottom - top}" role="img" aria-label="The graph; the tables below hold the same">
<defs>${typesOf(lines).map(arrow).join('')}</defs>
${apart(lines).map(([line, off]) => drawn(line, off, positions, name, SIGNS[markOf(line, marks)])).join('\n')}${nodes.map((node) => dot(node, positions.get(node.id))).join('\n')}</svg>`;
}

function typesOf(lines) {
  return [...new Set(lines.map((line) => line.type))];
}

function naming(nodes) {
  const names = new Map(nodes.map((node) => [node.id, node.name]));
  return (id) => names.get(id) ?? id;
}

function arrow(type) {
  const look = typeLook(type, false);
  const end = ARROWS[look.arrow]?.replaceAll('C', look.colour) ?? '';
  return `<marker id="end-${text(type)}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto">${end}</marker>`;
}

function stroke(type) {
  const { colour, line, width } = typeLook(type, false);
  return `stroke="${colour}" stroke-width="${width}" stroke-dasharray="${DASHES[line]}" marker-end="url(#end-${text(type)})"`;
}

/** The lines, each with how far it is bent to one side, so that none lies on another between the same two. */
function apart(lines) {
  const between = Map.groupBy(lines, ({ from, to }) => [from, to].sort().join('~'));
  return [...between.values()].flatMap((all) => all.map((line, at) => {
    const off = (at - (all.length - 1) / 2) * APART;
    return [line, line.from < line.to ? off : -off];
  }));
}

function drawn(line, off, positions, name, sign) {
  const [from, to] = [positions.get(line.from), positions.get(line.to)];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // A curve of one bend comes half as near to the point that bends it
  const bend = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * off * 2, y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * off * 2,
  };
  const last = Math.hypot(to.x - bend.x, to.y - bend.y) || 1;
  const label = [sign, line.claims.length > 1 && `×${line.claims.length}`].filter(Boolean).join(' ');
  const end = { x: to.x - ((to.x - bend.x) / last) * (RADIUS + 3), y: to.y - ((to.y - bend.y) / last) * (RADIUS + 3) };
  return `<path d="M${from.x} ${from.y} Q${bend.x} ${bend.y} ${end.x} ${end.y}" fill="none" ${stroke(line.type)} opacity="${opacity(confidence(line))}">`
    + `<title>${text(line.claims.map((claim) => sentence(claim, name)).join('\n'))}</title></path>`
    + (label ? `<text x="${(from.x + to.x + 2 * bend.x) / 4}" y="${(from.y + to.y + 2 * bend.y) / 4}" text-anchor="middle" ${LETTERING}>${label}</text>` : '');
}

function sentence({ from, type, to, properties }, name) {
  return `${isolated(name(from))} ${verb(type)} ${isolated(name(to))}, ${period(properties)}. ${properties.summary ?? ''} ${plain(properties.sources)}`;
}

/** A name that keeps to itself which way it is read. */
function isolated(name) {
  return `\u2068${name}\u2069`;
}

function shape(kind) {
  const { shape: outline, colour } = kindLook(kind, false);
  return `<path d="${SHAPES[outline]}" fill="${colour}"/>`;
}

function dot(node, { x, y }) {
  const off = MIDDLE * SCALE;
  return `<g transform="translate(${x - off} ${y - off}) scale(${SCALE})">${shape(kindOf(node))}<title>${text(kindOf(node))}</title></g>`
    + `<text x="${x}" y="${y + RADIUS + 15}" text-anchor="middle" ${LETTERING}>${text(node.name)}</text>`;
}

function legend({ nodes, lines, marks }) {
  const kinds = [...new Set(nodes.map(kindOf))].map((kind) => `<li><svg width="16" height="16" viewBox="0 0 16 16">${shape(kind)}</svg>${text(kind)}</li>`);
  const types = typesOf(lines).map((type) =>
    `<li><svg width="34" height="16" viewBox="0 0 34 16"><line x1="1" y1="8" x2="30" y2="8" ${stroke(type)}/></svg>${text(lower(type))}</li>`);
  const signs = signed(lines, marks).map((mark) => `<li>${SIGNS[mark]} ${became(mark)}</li>`);
  return `<ul class="legend" aria-label="Legend">${[...kinds, ...types, ...signs].join('')}</ul>`;
}

function claims({ lines, nodes, marks }) {
  const name = naming(nodes);
  const isCompared = [...marks.values()].some((mark) => SIGNS[mark]);
  return table('Relationships', [...(isCompared ? ['change'] : []), 'from', 'type', 'to', 'when', 'act of', 'position', 'confidence', 'basis', 'summary', 'sources', 'dossier'],
    lines.flatMap((line) => line.claims).map(({ properties, ...claim }) => [...(isCompared ? [became(marks.get(keyOf(claim)))] : []), name(claim.from), lower(claim.type), name(claim.to), period(properties),
      day(properties.on, properties.onPrecision), properties.position, properties.confidence, properties.basis, properties.summary, plain(properties.sources), properties.dossier]));
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
