// How long each test file took the last time, so that the longest can begin first.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../node_modules/.cache/obs-test-seconds.json', import.meta.url);

function secondsOfLastTime() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

/** Adds `{ file: seconds }` to what is known. */
export function noteSeconds(seconds) {
  mkdirSync(new URL('.', FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ ...secondsOfLastTime(), ...seconds }));
}

/** Where nothing is known yet: surveys, axe and whole figures take longest. */
const guess = (file) => (/survey|incident|drill-down|a11y|stories/.test(file) ? 30 : 5);

/** The longest first. */
export function longestFirst(files, nameOf = (file) => file) {
  const known = secondsOfLastTime();
  const seconds = (file) => known[nameOf(file)] ?? guess(nameOf(file));
  return [...files].sort((a, b) => seconds(b) - seconds(a));
}
