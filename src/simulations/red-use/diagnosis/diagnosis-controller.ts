import { SCENARIOS, type Run } from '../../../shop/index.js';
import type { Diagnosis } from './diagnose.part.js';
import type { Bottleneck } from '../faults.model.js';
import type { RedUseModel } from '../red-use.model.js';
import { judge, type Verdict } from './verdict.model.js';

/** What a diagnosis needs of its figure. */
export interface DiagnosedFigure {
  readonly view: { readonly model: RedUseModel };
  readonly playback: { readonly run: Run };
  /** The reader has answered. */
  completed(verdict: Verdict): void;
  another(): void;
  requestUpdate(): void;
}

/** The reader's diagnosis: what is chosen, and the verdict once it was given. */
export class DiagnosisControl {
  verdict: Verdict | undefined;
  readonly #figure: DiagnosedFigure;
  #chosen: Partial<Bottleneck> = {};

  constructor(figure: DiagnosedFigure) {
    this.#figure = figure;
  }

  get diagnosis(): Diagnosis {
    const { verdict } = this;
    const another = (): void => this.#figure.another();
    return { chosen: this.#chosen, verdict, choose: this.#choose, answer: this.#answer, another };
  }

  /** Begins anew. */
  forget(): void {
    this.#chosen = {};
    this.verdict = undefined;
  }

  readonly #choose = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const part = target.name === 'answer-service' ? 'service' : 'kind';
    this.#chosen = { ...this.#chosen, [part]: target.value || undefined };
    this.#figure.requestUpdate();
  };

  readonly #answer = (): void => {
    const { service, kind } = this.#chosen;
    if (service === undefined || kind === undefined) return;
    const { record, now } = this.#figure.playback.run;
    const all = [...(SCENARIOS[record.scenario]?.actions ?? []), ...record.actions];
    this.verdict = judge(
      this.#figure.view.model,
      all.filter(({ at }) => at <= now),
      { service, kind },
    );
    if (this.verdict) this.#figure.completed(this.verdict);
    this.#figure.requestUpdate();
  };
}
