import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ObsProgressEvent } from '../../../events.js';
import { SCENARIOS } from '../../../shop/index.js';
import { observeVisibility } from '../../../ui/element/visibility.js';
import { readPlan, writePlan, type Plan } from '../blind-vs-observable.settings.js';
import { drawIncident, LESSON } from '../incident/incident.model.js';
import { CaseWork } from './case-work.js';
import type { Step } from './investigation.model.js';
import { SIDES, type Side } from './probes.model.js';

/** An element whose settings name an incident, the sides that look into it, and what each of them did. */
interface InvestigatingHost extends ReactiveControllerHost, HTMLElement {
  readonly incident: string;
  readonly seed: number;
  readonly sides: 'both' | Side;
  looks: string;
}

/** Both investigations of the host's incident, worked out while somebody can see them or a script waits for them. */
export class InvestigationController implements ReactiveController {
  readonly #host: InvestigatingHost;
  #work: CaseWork | undefined;
  #incident = '';
  #followed = '';
  #isVisible = false;
  #whenVisible: (() => void)[] = [];
  #unobserve: (() => void) | undefined;
  /** Number of scripts that wait: then it works out of sight, too. */
  #waiting = 0;
  #reported = 0;
  #hasTaken = false;

  constructor(host: InvestigatingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unobserve = observeVisibility(this.#host, (isVisible) => {
      this.#isVisible = isVisible;
      if (!isVisible) return;
      for (const resolve of this.#whenVisible.splice(0)) resolve();
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#unobserve?.();
    this.#isVisible = false;
  }

  hostUpdated(): void {
    if (!this.isActive) return;
    const { work, sides } = this;
    const wanted = JSON.stringify([this.#incident, this.#host.looks, this.#host.sides]);
    const isBehind = sides.some((side) => work.sides[side].alarmedAt === undefined);
    if (wanted === this.#followed && !isBehind) return;
    this.#followed = wanted;
    void work.follow(this.#plan, sides);
  }

  /** Whether it may work now. */
  get isActive(): boolean {
    return this.#isVisible || this.#waiting > 0;
  }

  /** Whether somebody has taken a step since the incident began. */
  get hasTaken(): boolean {
    return this.#hasTaken;
  }

  /** The sides that are played. */
  get sides(): readonly Side[] {
    return SIDES.filter((side) => this.#host.sides === 'both' || this.#host.sides === side);
  }

  /** The work on the incident that is set; another incident begins another. */
  get work(): CaseWork {
    const { incident, seed: given } = this.#host;
    const seed = given > 0 ? given : incident === LESSON ? (SCENARIOS[LESSON]?.seed ?? 1) : 1;
    const key = `${incident} ${seed}`;
    if (this.#work === undefined || key !== this.#incident) {
      // What is left of another incident is not finished.
      if (this.#work) this.#work.mayWork = () => false;
      this.#incident = key;
      this.#followed = '';
      this.#reported = 0;
      this.#hasTaken = false;
      this.#work = new CaseWork(drawIncident(incident, seed), () => this.#changed());
      this.#work.mayWork = () => this.#host.isConnected && this.isActive;
    }
    return this.#work;
  }

  /** Adds a step on one side, unless that side is over; resolves when it is worked out and drawn. */
  async take(side: Side, step: Step): Promise<void> {
    await this.settle();
    const plan = this.#plan;
    if (!this.work.sides[side].isOpen) return;
    this.#hasTaken = true;
    this.#host.looks = writePlan({ ...plan, [side]: [...plan[side], step] });
    await this.settle();
  }

  /** Resolves when all steps are worked out and drawn. */
  async settle(): Promise<void> {
    this.#waiting++;
    try {
      await this.#host.updateComplete;
      await this.work.follow(this.#plan, this.sides);
      await this.#host.updateComplete;
    } finally {
      this.#waiting--;
    }
  }

  /** Resolves when somebody can see the host. */
  async whenVisible(): Promise<void> {
    if (!this.#isVisible) await new Promise<void>((resolve) => this.#whenVisible.push(resolve));
  }

  get #plan(): Plan {
    return readPlan(this.#host.looks) ?? { blind: [], observable: [] };
  }

  /** Draws, and tells the page of a side that has come to its end. */
  #changed(): void {
    this.#host.requestUpdate();
    const { sides } = this.work;
    const over = this.sides.filter((side) => sides[side].overAt !== undefined);
    if (over.length <= this.#reported) return;
    this.#reported = over.length;
    const max = this.sides.length;
    this.#host.dispatchEvent(new ObsProgressEvent('obs-progress', over.length, max));
    if (over.length < max) return;
    const straight = over.filter((side) => sides[side].outcome.wrongTurns === 0);
    this.#host.dispatchEvent(new ObsProgressEvent('obs-complete', straight.length, max));
  }
}
