import type { Fault, Mitigation, Run } from '../../shop/index.js';
import type { Chosen, ControlActs } from './controls.part.js';
import type { Cause } from './drill-down/cause.model.js';
import { faultOf, faultsOf, type FaultType } from './incident/incident.model.js';
import { surpriseOf } from './incident/surprise.model.js';
import type { LiveDashboardView } from './live-dashboard.view.js';
import { mitigationOf, targetsOf } from './what-if/remedies.model.js';

const SECRET = { isSecret: true } as const;

/** An element whose fields say what is to be broken, and how it is to be mended. */
interface ActsHost {
  readonly fault: FaultType;
  readonly playback: { readonly run: Run };
  readonly updateComplete: Promise<boolean>;
  readonly shadowRoot: ShadowRoot | null;
  mitigation: Mitigation['type'];
  target: string;
  inject(fault: Fault): void;
  mitigate(mitigation: Mitigation): void;
  surprise(): void;
}

interface ActsContext {
  readonly view: () => LiveDashboardView;
  readonly traceSlow: () => void;
}

/** What the reader does to the shop by the dashboard's fields and buttons. */
export class DashboardActs implements ControlActs {
  readonly #host: ActsHost;
  readonly #context: ActsContext;
  /** What broke before the last reset. */
  #faultsBefore: readonly FaultType[] = [];

  constructor(host: ActsHost, context: ActsContext) {
    this.#host = host;
    this.#context = context;
  }

  get chosen(): Chosen {
    const { fault, mitigation } = this.#host;
    return { fault, mitigation, target: this.#target };
  }

  /** What is chosen, where it can be done to that; else the first to which it can. */
  get #target(): string {
    const { mitigation, target } = this.#host;
    const targets = this.#targetsOf(mitigation);
    return targets.includes(target) ? target : (targets[0] ?? '');
  }

  #targetsOf(mitigation: Mitigation['type']): readonly string[] {
    return targetsOf(mitigation, this.#host.playback.run.shop, this.#context.view().model.changes.changes);
  }

  readonly inject = (): void => this.#host.inject(faultOf(this.#host.fault));
  readonly surprise = (): void => this.#host.surprise();
  readonly mitigate = (): void => this.#host.mitigate(mitigationOf(this.#host.mitigation, this.#target));
  readonly traceSlow = (): void => this.#context.traceSlow();

  /** Puts what a cause is about into the fields for mending. */
  readonly choose = (cause: Cause): void => {
    const flag = cause.kind === 'change' && cause.change.kind === 'flag';
    const flags = this.#targetsOf('disable-flag');
    if (flag) this.#host.mitigation = 'disable-flag';
    this.#host.target = flag ? (flags.find((name) => cause.change.summary.includes(name)) ?? '') : cause.service;
    void this.#host.updateComplete.then(() =>
      this.#host.shadowRoot?.querySelector<HTMLElement>('[name=mitigation]')?.focus(),
    );
  };

  /** Breaks something that has not broken before, among innocent changes, and keeps it secret. */
  breakSecretly(): void {
    const { run } = this.#host.playback;
    const { fault, innocent } = surpriseOf(run.record, this.#faultsBefore);
    for (const change of innocent) run.act({ ...change, ...SECRET });
    this.#host.inject({ ...fault, ...SECRET });
  }

  /** Keeps in mind what broke in this run, before another begins. */
  rememberFaults(): void {
    this.#faultsBefore = [...this.#faultsBefore, ...faultsOf(this.#host.playback.run.record)];
  }
}
