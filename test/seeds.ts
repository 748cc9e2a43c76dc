/** How many: a few in every `npm test`, many in `npm run proof`. */
export function sample(few: number, many: number): number {
  return process.env['OBS_PROOF'] ? many : few;
}

/** The seeds from 1 on that a survey tries. */
export function seeds(few: number, many: number): readonly number[] {
  return Array.from({ length: sample(few, many) }, (_, index) => index + 1);
}
