import type { ReactiveControllerHost } from 'lit';
import { ObsProgressEvent } from '../../../events.js';
import { Job } from '../../../ui/element/job.js';
import type { MonthRecord } from '../budget-tracker.model.js';
import type { MonthsView } from './months.part.js';
import { monthsKey, playMonths, type MonthResults } from './plans.model.js';

/** Months that are played to compare plans. */
const MONTHS = 1000;

/** Plays a thousand months of one record under each plan, in the background. */
export class MonthsController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #played: (count: number) => void;
  readonly #job: Job<MonthResults, number>;

  /** `played` is told when all months are played. */
  constructor(host: ReactiveControllerHost & HTMLElement, played: (count: number) => void) {
    this.#host = host;
    this.#played = played;
    this.#job = new Job(host);
  }

  /** What is known of the months of this record, and the reader's acts. */
  view(record: MonthRecord): MonthsView {
    const key = monthsKey(record);
    return {
      count: MONTHS,
      played: this.#job.isRunning(key) ? (this.#job.step(key) ?? 0) : undefined,
      results: this.#job.result(key),
      play: () => void this.#play(key, record),
      cancel: () => {
        this.#job.stop();
        this.#host.requestUpdate();
      },
    };
  }

  async #play(key: string, record: MonthRecord): Promise<void> {
    const tell = (played: number): boolean =>
      this.#host.dispatchEvent(new ObsProgressEvent('obs-progress', played, MONTHS));
    tell(0);
    if (!(await this.#job.start(key, () => playMonths(record, MONTHS), tell))) return;
    tell(MONTHS);
    this.#played(MONTHS);
  }
}
