import type { Span } from '../../../telemetry/traces/index.js';

const COLOURS = 8;

/**
 * The numbers of the services' colours. A service has the one that its name asks for, in every trace, and only where
 * another has taken it the next that is free: the first eight are all different.
 */
export function coloursOf(spans: readonly Span[]): Map<string, number> {
  const colours = new Map<string, number>();
  const free = new Set<number>();
  for (const service of [...new Set(spans.map((span) => span.service))].sort()) {
    if (free.size === 0) for (let colour = 0; colour < COLOURS; colour++) free.add(colour);
    let colour = hash(service) % COLOURS;
    while (!free.has(colour)) colour = (colour + 1) % COLOURS;
    free.delete(colour);
    colours.set(service, colour);
  }
  return colours;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
