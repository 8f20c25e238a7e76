// Bytes that travel deflated in base64.

/** @param {string} words */
export async function inflated(words) {
  const bytes = Uint8Array.from(atob(words.trim()), (each) => each.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
