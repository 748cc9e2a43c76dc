import { nextTask } from '../../../ui/element/yield-to-page.js';
import { Expert, playRecorded, recordedIncidents, type Fare, type Recorded } from './replayed-incidents.model.js';
import { SIDES, type Side } from '../probes/probes.model.js';

const SLICE_MS = 8;

/** The recorded incidents, played by one expert on both sides, in slices; another confidence begins anew. */
export class HundredsWork {
  readonly #changed: () => void;
  #recorded: readonly Recorded[] = [];
  #confidence = NaN;
  #fares: Record<Side, Fare[]> = { blind: [], observable: [] };

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get fares(): Readonly<Record<Side, readonly Fare[]>> {
    return this.#fares;
  }

  get count(): number {
    return this.#recorded.length;
  }

  /** Share of the work that is done. */
  get progress(): number {
    return this.count > 0 ? this.#fares.observable.length / this.count : 0;
  }

  get isDone(): boolean {
    return this.count > 0 && this.#fares.observable.length === this.count;
  }

  /** Plays them all, unless it was done with this confidence, or is being done. */
  async play(confidence: number): Promise<void> {
    if (confidence === this.#confidence) return;
    this.#confidence = confidence;
    if (this.#recorded.length === 0) this.#recorded = recordedIncidents();
    const expert = new Expert(confidence);
    const fares: Record<Side, Fare[]> = { blind: [], observable: [] };
    this.#fares = fares;
    let end = performance.now() + SLICE_MS;
    for (const recorded of this.#recorded) {
      for (const side of SIDES) {
        fares[side].push(playRecorded(recorded, side, expert));
        if (performance.now() < end) continue;
        await nextTask();
        // Somebody wanted another confidence, or none any more.
        if (this.#fares !== fares) return;
        this.#changed();
        end = performance.now() + SLICE_MS;
      }
    }
    this.#changed();
  }

  /** What is under way is not needed any more. */
  cancel(): void {
    if (this.isDone) return;
    this.#confidence = NaN;
    this.#fares = { blind: [], observable: [] };
  }
}
