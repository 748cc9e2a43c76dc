import { nextTask } from '../../../ui/element/yield-to-page.js';
import type { Plan } from '../blind-vs-observable.settings.js';
import type { Incident } from '../incident/incident.model.js';
import { Investigation, type Step } from './investigation.model.js';
import { SIDES, type Side } from './probes.model.js';

/** Milliseconds of a slice of work, and between two drawings of a clock that runs. */
const SLICE_MS = 8;
const DRAW_MS = 250;

/** Work that is under way on one side. */
interface Task {
  readonly side: Side;
  readonly work: Generator<void, void>;
}

/** Both investigations of one incident, brought to where a plan leads, in slices between which the page can do other things. */
export class CaseWork {
  readonly incident: Incident;
  readonly #changed: () => void;
  #sides: Record<Side, Investigation>;
  #plan: Plan = { blind: [], observable: [] };
  readonly #begun = new Set<Investigation>();
  #task: Task | undefined;
  #working: Promise<void> | undefined;
  #sliceEnd = 0;
  /** While it may not, what is under way waits. */
  mayWork: () => boolean = () => true;

  constructor(incident: Incident, changed: () => void) {
    this.incident = incident;
    this.#changed = changed;
    this.#sides = { blind: this.#investigation('blind'), observable: this.#investigation('observable') };
  }

  get sides(): Readonly<Record<Side, Investigation>> {
    return this.#sides;
  }

  /** The side on which the clock runs now. */
  get busy(): Side | undefined {
    return this.#task?.side;
  }

  /** Resolves when both sides are where the plan leads. */
  follow(plan: Plan, sides: readonly Side[] = SIDES): Promise<void> {
    this.#plan = plan;
    for (const side of SIDES) {
      // What was done otherwise cannot be undone: it is done again, from the beginning.
      if (!this.#agrees(side)) this.#restart(side);
    }
    this.#working ??= this.#work(sides).finally(() => {
      this.#working = undefined;
      this.#changed();
    });
    return this.#working;
  }

  #investigation(side: Side): Investigation {
    return new Investigation(side, this.incident, () => performance.now() < this.#sliceEnd);
  }

  #restart(side: Side): void {
    if (this.#task?.side === side) this.#task = undefined;
    this.#sides = { ...this.#sides, [side]: this.#investigation(side) };
  }

  #agrees(side: Side): boolean {
    const plan = this.#plan[side];
    const done = this.#sides[side].blocks;
    const isPlanned = done.every(({ step }, i) => isSame(step, plan[i]));
    // The step that is under way is not among the blocks yet.
    const isUnderWay = this.#task?.side === side && this.#begun.has(this.#sides[side]);
    return isPlanned && (!isUnderWay || plan.length >= done.length);
  }

  async #work(sides: readonly Side[]): Promise<void> {
    let drawn = performance.now();
    for (;;) {
      this.#task ??= this.#nextTask(sides);
      if (this.#task === undefined || !this.mayWork()) return;
      this.#sliceEnd = performance.now() + SLICE_MS;
      const task = this.#task;
      let isDone = false;
      while (!isDone && performance.now() < this.#sliceEnd) isDone = task.work.next().done === true;
      if (isDone) this.#task = undefined;
      if (isDone || performance.now() - drawn > DRAW_MS) {
        drawn = performance.now();
        this.#changed();
      }
      await nextTask();
    }
  }

  /** What comes next, on the side whose clock is behind. */
  #nextTask(sides: readonly Side[]): Task | undefined {
    const tasks = sides.flatMap((side): (Task & { now: number })[] => {
      const investigation = this.#sides[side];
      const { now } = investigation.run;
      if (!this.#begun.has(investigation)) return [{ side, now, work: this.#begin(investigation) }];
      const step = this.#plan[side][investigation.blocks.length];
      return step && investigation.isOpen ? [{ side, now, work: investigation.take(step) }] : [];
    });
    return tasks.toSorted((a, b) => a.now - b.now)[0];
  }

  *#begin(investigation: Investigation): Generator<void, void> {
    yield* investigation.begin();
    this.#begun.add(investigation);
  }
}

function isSame(step: Step, other: Step | undefined): boolean {
  return JSON.stringify(step) === JSON.stringify(other);
}
