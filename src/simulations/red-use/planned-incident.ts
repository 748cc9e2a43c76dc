import { SCENARIOS, writeActions, type Run, type ShopAction } from '../../shop/index.js';
import { BASELINE_SECONDS } from './matrix/baseline.model.js';
import { FAULTS, plan, PRESETS, surprise, type FaultName, type PresetName } from './faults.model.js';

/** An element whose settings say what breaks by itself. */
interface PlannedHost {
  readonly seed: string;
  readonly preset: '' | PresetName;
  readonly faultMinute: number;
  readonly diagnose: boolean;
  readonly playback: { readonly run: Run };
  scenario: string;
  at: number;
  cell: string;
  fault: '' | FaultName | 'surprise';
  actions: string;
  change(setting: string, value: unknown): Promise<void>;
}

/** Keeps what breaks by itself in the host's `actions`, so that a link has it. */
export class PlannedIncident {
  readonly #host: PlannedHost;
  /** What it wrote into `actions`. */
  #written = '';

  constructor(host: PlannedHost) {
    this.#host = host;
  }

  /** Writes what the settings say, in place of what they said before. */
  apply(): void {
    const { scenario, preset, diagnose, faultMinute } = this.#host;
    // Whoever is to diagnose needs something that is wrong.
    const isCalm = scenario === 'quiet' && !preset && !this.#host.actions;
    if (diagnose && !this.#host.fault && isCalm) this.#host.fault = 'surprise';
    const seed = this.#host.seed || String(SCENARIOS[scenario]?.seed ?? 1);
    const name = this.#host.fault === 'surprise' ? surprise(seed) : this.#host.fault;
    const fault: ShopAction[] = name ? [{ at: faultMinute * 60, ...FAULTS[name] }] : [];
    const planned = [writeActions(fault), preset ? PRESETS[preset].actions : ''].filter(Boolean).join('; ');
    if (planned === this.#written) return;
    this.#host.actions = plan(this.#host.actions, this.#written, planned);
    this.#written = planned;
  }

  /** Forgets what it wrote: the actions were replaced. */
  forget(): void {
    this.#written = '';
  }

  /** Begins a case that teaches. */
  choose(preset: PresetName): Promise<void> {
    this.#host.scenario = 'quiet';
    this.#begin('', PRESETS[preset].cell);
    return this.#host.change('preset', preset);
  }

  /** Begins another run, with another secret. */
  another(): void {
    const seed = Number(this.#host.playback.run.record.seed);
    this.#begin('surprise', '');
    void this.#host.change('seed', Number.isFinite(seed) ? seed + 1 : 1);
  }

  #begin(fault: '' | 'surprise', cell: string): void {
    this.#host.actions = '';
    this.#written = '';
    this.#host.fault = fault;
    this.#host.at = BASELINE_SECONDS;
    this.#host.cell = cell;
  }
}
