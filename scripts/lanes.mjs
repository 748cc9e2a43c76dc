// Does work in lanes side by side: whichever is free takes what comes next.

/** Takes one task after the other from a list that other lanes take from as well, and that may grow meanwhile. */
export async function drain(tasks) {
  for (let task = tasks.shift(); task; task = tasks.shift()) await task();
}

/** Runs every `task()`, `count` at a time, in their order. */
export async function inLanes(count, tasks) {
  await Promise.all(Array.from({ length: count }, () => drain(tasks)));
}

export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0 });

export function add(total, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
}

/** The last lines of a run: `N passed, N failed`, after what was skipped. Sets the exit code. */
export function conclude({ passed, failed, skipped }) {
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
