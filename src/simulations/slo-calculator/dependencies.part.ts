import { html, type TemplateResult } from 'lit/html.js';
import { availabilityOf } from './slo-calculator.model.js';
import type { CalculatorView } from './slo-calculator.view.js';

/** What the dependencies come to, in a sentence. */
export function dependenciesSummary({ text, format, settings, reading }: CalculatorView): string {
  if (settings.dependencies.length === 0) return text.noDependencies;
  const best = text.atBest(format.availability(reading.ceiling));
  if (reading.ceiling >= settings.objective) return best;
  return `${best} ${reading.breaker ? text.breaks(reading.breaker.name) : text.together}`;
}

/** The chain of what the service needs. Each link can be rewritten or emptied; the last one waits for another. */
export function dependenciesPart({ text, format, settings, host }: CalculatorView): TemplateResult {
  const { dependencies, objective } = settings;
  const change = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLElement)) return;
    const links = Array.from(currentTarget.querySelectorAll('input'), (input) => input.value);
    void host.change('dependencies', links.filter((link) => link.trim()).join(', '));
  };
  const link = (value: string, kind: string): TemplateResult =>
    html`<input
      class="box ${kind}"
      size="15"
      aria-label=${host.label('dependencies')}
      placeholder=${text.addDependency}
      .value=${value}
    />`;
  return html`<div class="chain" @change=${change}>
      <b class="box">${text.service} ${format.percent(objective, 6)}</b>
      ${dependencies.map((dependency) => {
        const { name, availability, copies } = dependency;
        const weak = availabilityOf(dependency) < objective ? 'weak' : '';
        const percent = Number((availability * 100).toFixed(10));
        return link(`${name} ${percent}${copies > 1 ? ` x${copies}` : ''}`, `${weak} ${copies > 1 ? 'copied' : ''}`);
      })}
      ${link('', '')}
    </div>
    ${host.noteFor('dependencies')}
    <p class="quiet">${text.independence}</p>`;
}
