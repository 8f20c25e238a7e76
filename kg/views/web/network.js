// The middle column: vis-network draws; where nodes stand was worked out beforehand.
const STYLES = {
  solid: { color: 'affirms', dashes: false, width: 2, end: 'arrow' },
  dashed: { color: 'affirms', dashes: [7, 5], width: 2, end: 'arrow' },
  dotted: { color: 'open', dashes: [2, 5], width: 2.2, end: 'arrow' },
  crossed: { color: 'negates', dashes: false, width: 2.4, end: 'bar' },
  mixed: { color: 'faint', dashes: [10, 4, 2, 4], width: 2, end: 'arrow' },
  faint: { color: 'faint', dashes: false, width: 1, end: 'arrow' },
  spared: { color: 'faint', dashes: [14, 4, 2, 4, 2, 4], width: 1, end: 'vee' },
  inferred: { color: 'inferred', dashes: [14, 4, 2, 4, 2, 4], width: 2, end: 'vee' },
};
const FACE = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';

let drawn = null;
const shown = { nodes: new vis.DataSet(), lines: new vis.DataSet() };

function palette() {
  const styles = getComputedStyle(document.documentElement);
  return (name) => styles.getPropertyValue(`--${name}`).trim();
}

function clip(words, limit) {
  return words.length <= limit ? words : `${[...words].slice(0, limit - 1).join('').replace(/\s+\S*$/, '')}…`;
}

function nodeStyle(node, color, around, centre) {
  const base = { shape: 'box', borderWidth: centre ? 2.5 : 1, borderWidthSelected: 2.5, margin: { top: 8, bottom: 8, left: 11, right: 11 }, chosen: false };
  const paint = (background, border, ink, size, weight) => ({ ...base, color: { background, border }, font: { color: ink, size, face: FACE, mod: weight || '' } });
  switch (node.kind) {
    case 'actor': return { ...paint(color('ink'), color('ink'), color('paper'), around ? 15 : 24), shapeProperties: { borderRadius: 16 } };
    case 'voice': return { ...paint(color('surface'), color('ink'), color('ink'), around ? 14 : 22), borderWidth: 2, shapeProperties: { borderRadius: 16 } };
    case 'norm': return { ...paint(color('inferred-soft'), color('inferred'), color('ink'), around ? 13 : 17), shapeProperties: { borderRadius: 0 } };
    default: if (!around) return dotStyle(node, color, centre); return { ...paint(centre ? color('accent-soft') : color('surface'), centre ? color('accent') : color('rule'), color('ink'), around ? 13.5 : 11), shapeProperties: { borderRadius: 5 } };
  }
}

// In the whole graph a claim is a dot; its words appear beneath it when there is room for them.
function dotStyle(node, color, centre) {
  return {
    shape: 'dot', size: centre ? 13 : 8, borderWidth: 2, chosen: false, shadow: false,
    color: { background: centre ? color('accent') : color('surface'), border: centre ? color('accent') : color('faint') },
    font: { color: color('ink'), size: 11, face: FACE, vadjust: -2, background: color('paper') },
  };
}

function nodeOf(at, x, y, around, centre, color) {
  const node = data.network.nodes[at];
  const label = node.kind === 'proposition' ? clip(node.label, centre ? 190 : around ? 120 : 56) : clip(node.label, 120);
  const wide = node.kind === 'proposition' ? (centre ? 205 : around ? 165 : 140) : around ? 230 : 280;
  return { id: at, label, x, y, widthConstraint: { maximum: wide }, opacity: 1, ...nodeStyle(node, color, around, centre) };
}

function lineOf(at, around, color, turn) {
  const line = data.network.lines[at];
  const style = STYLES[line.style] || STYLES.faint;
  const quiet = !around;
  return {
    id: at, from: line.from, to: line.to,
    label: around ? clip(line.label, 160) : undefined,
    color: { color: color(style.color), highlight: color(style.color), hover: color(style.color), opacity: quiet ? 0.55 : 1, inherit: false },
    dashes: style.dashes, width: quiet ? style.width * 0.7 : style.width, hoverWidth: 0.5, selectionWidth: 0.5, chosen: false,
    arrows: { to: { enabled: true, type: style.end, scaleFactor: style.end === 'bar' ? 0.8 : 0.55 } },
    font: { size: 12, face: FACE, color: color('ink'), background: color('paper'), strokeWidth: 0, align: 'horizontal', vadjust: turn ? turn * 15 : 0 },
    smooth: turn ? { enabled: true, type: turn > 0 ? 'curvedCW' : 'curvedCCW', roundness: 0.28 + 0.14 * Math.abs(turn) } : { enabled: false },
  };
}

// Lines between the same two nodes fan out: 0, or -1 and 1, or -1, 0 and 1, and so on.
function turns(lines) {
  const together = new Map();
  for (const at of lines) {
    const { from, to } = data.network.lines[at];
    const key = from < to ? `${from} ${to}` : `${to} ${from}`;
    if (!together.has(key)) together.set(key, []);
    together.get(key).push(at);
  }
  const result = new Map();
  for (const members of together.values()) {
    const first = data.network.lines[members[0]].from;
    members.forEach((at, number) => {
      const turn = number - (members.length - 1) / 2;
      const same = data.network.lines[at].from === first ? 1 : -1;
      result.set(at, members.length === 1 ? 0 : same * (members.length % 2 ? turn : turn * 2));
    });
  }
  return result;
}

// A narrow frame shows the same nodes one above the other.
function places(near) {
  const canvas = byId('canvas');
  return near.tall.length && canvas.clientWidth < 560 && canvas.clientWidth < canvas.clientHeight ? near.tall : near.nodes;
}

function around() {
  const each = collections[state.kind] && collections[state.kind][state.at];
  return each ? each.around : null;
}

function centreOf() {
  const each = collections[state.kind] && collections[state.kind][state.at];
  const claim = state.kind === 'claim' ? state.at : state.kind === 'finding' ? each.claim : null;
  return data.network.nodes.findIndex((node) => (claim !== null ? node.claim === claim : node.kind === 'actor' && node.actors[0] === (each || {}).id));
}

function showNetwork() {
  const near = around();
  const whole = state.whole || !near;
  const color = palette();
  const centre = near ? centreOf() : -1;
  const lines = whole ? data.network.lines.map((each, at) => at).filter((at) => data.network.lines[at].kind !== 'finding') : near.lines;
  const turn = turns(lines);
  const nodes = whole ? data.network.nodes.map((node, at) => nodeOf(at, node.x, node.y, false, at === centre, color))
    : places(near).map(([at, x, y]) => nodeOf(at, x, y, true, at === centre, color));
  const edges = lines.map((at) => lineOf(at, !whole, color, turn.get(at)));
  if (whole && near) dim(nodes, edges, near);
  shown.nodes.clear();
  shown.lines.clear();
  shown.nodes.add(nodes);
  shown.lines.add(edges);
  if (!drawn) startNetwork();
  fitNetwork();
  const words = collections[state.kind] && collections[state.kind][state.at];
  const name = words ? clip(words.sentence || words.name, 96) : '';
  const more = near && !whole && near.more ? ` (${near.more} more claims in the list)` : '';
  byId('around').replaceChildren(...(whole ? [`The whole graph: ${nodes.length} nodes, ${lines.length} lines. Zoom in to read the claims.`] : ['Around ', make('strong', '', name), more]));
  press([byId('near'), byId('all')], (each) => (each.id === 'all') === whole);
}

function dim(nodes, edges, near) {
  const kept = new Set(near.nodes.map(([at]) => at));
  const lines = new Set(near.lines);
  for (const node of nodes) if (!kept.has(node.id)) node.opacity = 0.6;
  for (const edge of edges) {
    edge.color.opacity = lines.has(edge.id) ? 1 : 0.34;
    if (lines.has(edge.id)) edge.width *= 1.6;
  }
}

function startNetwork() {
  drawn = new vis.Network(byId('canvas'), { nodes: shown.nodes, edges: shown.lines }, {
    physics: { enabled: false },
    layout: { randomSeed: 1, improvedLayout: false },
    interaction: { hover: true, dragNodes: true, tooltipDelay: 1e9, keyboard: { enabled: false }, hideEdgesOnDrag: false, selectConnectedEdges: false },
    nodes: { scaling: { label: { drawThreshold: 5 } } },
    edges: { scaling: { label: { drawThreshold: 5 } } },
  });
  byId('canvas').drawn = drawn; // for whoever measures what is drawn
  drawn.on('click', ({ nodes, edges }) => {
    if (nodes.length) pick(data.network.nodes[nodes[0]]);
    else if (edges.length) pickLine(data.network.lines[edges[0]]);
  });
  const pointer = (on) => () => { byId('canvas').classList.toggle('over', on); };
  for (const what of ['Node', 'Edge']) { drawn.on(`hover${what}`, pointer(true)); drawn.on(`blur${what}`, pointer(false)); }
}

function pick(node) {
  if (node.claim !== null) select('claim', node.claim);
  else if (node.kind === 'actor') select('actor', find('actor', node.actors[0]));
}

function pickLine(line) {
  const finding = line.finding === null ? -1 : find('finding', line.finding);
  if (finding >= 0) select('finding', finding);
  else if (line.claim !== null) select('claim', line.claim);
}

function fitNetwork() {
  if (drawn && byId('canvas').clientWidth) {
    drawn.fit({ animation: false, maxZoomLevel: 1.1 });
    drawn.moveTo({ scale: Math.min(1.12, drawn.getScale() * 1.06) });
  }
}

function prepareNetwork() {
  byId('near').addEventListener('click', () => { state.whole = false; showNetwork(); });
  byId('all').addEventListener('click', () => { state.whole = true; showNetwork(); });
  byId('fit').addEventListener('click', fitNetwork);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showNetwork);
  new ResizeObserver(() => { if (drawn) showNetwork(); }).observe(byId('canvas'));
}
