// Mouse, touch and pen on a drawing: one moves it or a node of it, two zoom it, a click asks for what stands there.

/** @typedef {import('./drawing.js').Drawing} Drawing */

// Whoever moves less than this, in pixels, has clicked.
const STILL = 5;
// Two clicks on one node within so many milliseconds ask for its neighbours.
const TWICE = 420;

/** @param {Drawing} drawing */
export function takeHands(drawing) {
  const { frame, camera } = drawing;
  /** @type {Map<number, [number, number]>} */
  const held = new Map();
  let travelled = 0;
  /** the node under the one finger or pointer that is down, by its id @type {number | null} */
  let grasped = null;
  /** @type {{node: number | null, when: number}} */
  let last = { node: null, when: 0 };
  const place = (/** @type {MouseEvent} */ event) => /** @type {[number, number]} */ ([event.clientX - frame.getBoundingClientRect().left, event.clientY - frame.getBoundingClientRect().top]);

  let under = '';
  const hover = (/** @type {[number, number] | null} */ now) => {
    const { node, line } = now ? drawing.at(...now) : { node: null, line: null };
    frame.classList.toggle('over', node !== null || line !== null);
    if (under === `${node} ${line}`) return;
    under = `${node} ${line}`;
    drawing.asked.over?.(node, line);
  };
  frame.addEventListener('pointerleave', () => hover(null));

  frame.addEventListener('wheel', (event) => {
    event.preventDefault();
    camera.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) * 0.004), ...place(event));
    drawing.moved();
  }, { passive: false });

  frame.addEventListener('pointerdown', (event) => {
    held.set(event.pointerId, place(event));
    if (held.size === 1) travelled = 0;
    // From afar a dot is too small to be meant: there one moves the whole drawing.
    grasped = held.size === 1 && event.button === 0 && drawing.asked.put && !drawing.isAfar() ? drawing.at(...place(event)).node : null;
    frame.setPointerCapture(event.pointerId);
  });

  frame.addEventListener('pointermove', (event) => {
    const now = place(event);
    const before = held.get(event.pointerId);
    if (!before) { hover(now); return; }
    travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    held.set(event.pointerId, now);
    const others = [...held].filter(([id]) => id !== event.pointerId);
    if (others.length) {
      const [ox, oy] = others[0][1];
      camera.zoom(Math.hypot(now[0] - ox, now[1] - oy) / (Math.hypot(before[0] - ox, before[1] - oy) || 1), (now[0] + ox) / 2, (now[1] + oy) / 2);
      camera.move((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
    } else if (grasped !== null && travelled >= STILL) carry(drawing, grasped, now, before);
    else if (grasped === null) camera.move(now[0] - before[0], now[1] - before[1]);
    drawing.moved();
  });

  frame.addEventListener('pointerup', (event) => {
    const was = held.delete(event.pointerId);
    if (!was || held.size) { grasped = null; return; }
    if (travelled >= STILL) {
      const node = drawing.scene.nodes.find(({ id }) => id === grasped);
      if (node) drawing.asked.put?.(node.id, Math.round(node.x), Math.round(node.y));
    } else {
      const { node, line } = drawing.at(...place(event));
      const again = node !== null && node === last.node && event.timeStamp - last.when < TWICE;
      last = { node: again ? null : node, when: event.timeStamp };
      if (again && node !== null && drawing.asked.open) drawing.asked.open(node);
      else drawing.asked.pick(node, line, event.pointerType);
    }
    grasped = null;
  });
  frame.addEventListener('pointercancel', (event) => { held.delete(event.pointerId); grasped = null; });
}

/** @param {Drawing} drawing @param {number} id @param {[number, number]} now @param {[number, number]} before pixels */
function carry(drawing, id, now, before) {
  const node = drawing.scene.nodes.find((each) => each.id === id);
  if (!node) return;
  node.x += (now[0] - before[0]) / drawing.camera.scale;
  node.y += (now[1] - before[1]) / drawing.camera.scale;
}
