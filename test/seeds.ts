/** The seeds from 1 on that a survey tries: a few in every `npm test`, many in `npm run proof`. */
export function seeds(few: number, many: number): readonly number[] {
  return Array.from({ length: process.env['OBS_PROOF'] ? many : few }, (_, index) => index + 1);
}
