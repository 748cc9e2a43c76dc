import { VERSION } from '../../version.js';
import { Playback } from './playback.js';

// On the global object, because a page may load several self-contained files of the kit; each version has its own.
const KEY: unique symbol = Symbol.for('obs-elements.systems');
const page: typeof globalThis & { [KEY]?: Map<string, Playback> } = globalThis;

/** The playback that all elements with the same `system` on a page share; `make` makes it for the first of them. */
export function sharedPlayback(system: string, make: () => Playback): Playback {
  const systems = (page[KEY] ??= new Map());
  const key = `${VERSION} ${system}`;
  const present = systems.get(key);
  if (present) return present;
  const playback = make();
  systems.set(key, playback);
  // Those that follow a system, and begin none, may have been waiting for it.
  dispatchEvent(new Event('obs-system'));
  return playback;
}

/** The playback of a system that somebody has begun. */
export function presentPlayback(system: string): Playback | undefined {
  return page[KEY]?.get(`${VERSION} ${system}`);
}

/** Forgets a system that nobody shows any more; not at once, because an element that is moved leaves and comes back. */
export function leaveSystem(system: string): void {
  const key = `${VERSION} ${system}`;
  void Promise.resolve().then(() => {
    if (page[KEY]?.get(key)?.viewers === 0) page[KEY].delete(key);
  });
}
