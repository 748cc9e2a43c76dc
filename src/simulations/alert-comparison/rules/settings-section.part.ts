import { html, type TemplateResult } from 'lit';
import { choiceField, numberField } from '../../../ui/controls/fields.js';
import type { ComparisonView } from '../alert-comparison.view.js';
import { namesIn } from '../alert-comparison.settings.js';
import { STRATEGY_NAMES } from './strategies.model.js';

/** What `more` shows of the element's settings. */
interface Settings {
  readonly scrapeSeconds: string;
  readonly evaluationSeconds: string;
  readonly significant: number;
}

/** How rules are evaluated, and what the words of the table mean. */
export function morePart({ text, host }: ComparisonView, settings: Settings): TemplateResult {
  const seconds = Object.fromEntries(
    ['1', '5', '15', '30', '60', '300'].map((value) => [value, host.format.duration(Number(value))]),
  );
  return html`<div class="fields">
      ${choiceField(host, 'scrapeSeconds', settings.scrapeSeconds, seconds)}
      ${choiceField(host, 'evaluationSeconds', settings.evaluationSeconds, seconds)}
      ${numberField(host, 'significant', settings.significant, '%')}
    </div>
    <ul class="quiet">
      ${Object.values(text.definitions).map((definition) => html`<li>${definition}</li>`)}
    </ul>`;
}

/** Which lanes are shown; a strategy is added or taken away. */
export function chooseLanesPart({ text, host }: ComparisonView, strategies: string): TemplateResult {
  const shown = new Set<string>(namesIn(strategies));
  return html`<fieldset class="fields">
      <legend class="quiet">${host.label('strategies')}</legend>
      ${STRATEGY_NAMES.map((name) => {
        const toggle = (): void => {
          const others = STRATEGY_NAMES.filter((some) => (some === name) !== shown.has(some));
          void host.change('strategies', others.join(' '));
        };
        return html`<label class="check"
          ><input
            type="checkbox"
            .checked=${shown.has(name)}
            ?disabled=${shown.has(name) && shown.size === 1}
            @change=${toggle}
          />
          ${text.strategies[name].name} <small>${text.strategies[name].rule}</small></label
        >`;
      })}
    </fieldset>
    <p class="quiet">${text.lanesNote}</p>`;
}
