import type { PatternNode } from './pattern-syntax.js';

/** The longest text that stands in whatever a pattern matches; lines without it need not be tried. Empty where none must. */
export function requiredText(node: PatternNode): string {
  const runs = [''];
  collect(node, runs);
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest));
}

/** Appends the characters of a node to the last run, and begins a new run wherever something else may stand between. */
function collect(node: PatternNode, runs: string[]): void {
  if (node.kind === 'assert') return;
  if (node.kind === 'sequence') for (const part of node.parts) collect(part, runs);
  else if (node.kind === 'choice' && node.parts.length === 1) collect(node.parts[0] as PatternNode, runs);
  else if (node.kind === 'character' && node.text !== undefined) runs[runs.length - 1] += node.text;
  else {
    runs.push('');
    if (node.kind !== 'repeat' || node.least === 0) return;
    // It is there at least once, and what follows stands after its last time.
    collect(node.part, runs);
    runs.push('');
  }
}
