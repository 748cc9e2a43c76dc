import { html, type TemplateResult } from 'lit';
import type { ComparisonView } from '../alert-comparison.view.js';
import { estimatesOf } from './many-weeks.model.js';
import type { Score } from './score.model.js';
import { estimatesTable } from './scores.part.js';
import type { StrategyName } from '../rules/strategies.model.js';

export interface ManyWeeksView {
  /** How many are done, and of how many. */
  readonly done: number;
  readonly weeks: number;
  readonly isRunning: boolean;
  readonly scores: ReadonlyMap<StrategyName, readonly Score[]>;
  readonly start: () => void;
  readonly stop: () => void;
}

/** The same kind of week many times, with other seeds. */
export function manyWeeksPart(view: ComparisonView, many: ManyWeeksView): TemplateResult {
  const { text, host } = view;
  const { number } = host.format;
  const { done, weeks, isRunning, scores } = many;
  const progress = text.progress(number(done), number(weeks));
  return html`<div class="fields">
      ${
        isRunning
          ? html`<button @click=${many.stop}>${text.stop}</button>
              <progress max=${weeks} .value=${done} aria-label=${progress}></progress> <span>${progress}</span>`
          : html`<button @click=${many.start}>${text.simulate(number(weeks))}</button>
              ${done > 0 ? html`<span>${progress}</span>` : ''}`
      }
    </div>
    ${
      done > 0
        ? estimatesTable(
            view,
            [...scores].map(([name, list]) => [name, estimatesOf(list)] as const),
          )
        : ''
    }`;
}
