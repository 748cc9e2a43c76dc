import { live } from 'lit/directives/live.js';
import { html, type TemplateResult } from 'lit';
import { availabilityOf } from './slo-calculator.model.js';
import type { CalculatorView } from './slo-calculator.view.js';

/** What the dependencies allow, and what they make of the objective. */
export function dependenciesSummary(view: CalculatorView): string {
  const { text, host, dependencies, ceiling } = view;
  if (!dependencies.length) return text.noDependencies;
  return text.atBest(host.format.availability(ceiling)) + brokenBy(view);
}

/** Who breaks the objective, in a sentence after another; empty while nobody does. */
export function brokenBy({ text, ceiling, breaker, objective }: CalculatorView): string {
  if (ceiling >= objective) return '';
  return breaker ? text.breaks(breaker.name) : text.together;
}

/** The chain of what the service needs. Each link can be rewritten or emptied; the last one waits for another. */
export function dependenciesPart({ text, host, dependencies, objective }: CalculatorView): TemplateResult {
  const change = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLElement)) return;
    const links = Array.from(currentTarget.querySelectorAll('input'), (input) => input.value);
    void host.change('dependencies', links.filter(Boolean).join());
  };
  const link = (value: string, kind: string): TemplateResult =>
    html`<span
      ><input
        class="box ${kind}"
        size=${Math.max(14, value.length)}
        aria-label=${host.label('dependencies')}
        placeholder=${text.addDependency}
        .value=${live(value)}
    /></span>`;
  return html`<div class="chain" @change=${change}>
      <b class="box">${text.service} ${host.format.percent(objective, 9)}</b>
      ${dependencies.map((dependency) =>
        link(dependency.written, availabilityOf(dependency) < objective ? 'weak' : ''),
      )}
      ${link('', '')}
    </div>
    ${host.validation.note('dependencies')}
    <p class="quiet">${text.dependencySyntax}</p>`;
}
