import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { richText } from '../../../ui/element/rich-text.js';
import { KINDS } from '../matrix/cells.model.js';
import type { Bottleneck } from '../faults.model.js';
import { pathThrough } from './path.model.js';
import { resourceLine, steps } from './path.part.js';
import { rowName, type RedUseView } from '../red-use.view.js';
import { MOST_POINTS, type Verdict } from './verdict.model.js';

export interface Diagnosis {
  readonly chosen: Partial<Bottleneck>;
  readonly verdict: Verdict | undefined;
  readonly choose: (event: Event) => void;
  readonly answer: () => void;
  readonly another: () => void;
}

/** The question, and after it the verdict with its reasons. */
export function diagnosePart(view: RedUseView, diagnosis: Diagnosis): TemplateResult {
  const { text: t, model } = view;
  const { chosen, verdict } = diagnosis;
  const services = [...new Set(model.cells.map(({ service }) => service))];
  const kinds = KINDS.filter((kind) => model.cells.some((cell) => cell.kind === kind));
  const isReady = model.departures.length > 0 && chosen.service !== undefined && chosen.kind !== undefined;
  const option = (value: string, shown: string, now: string | undefined): TemplateResult =>
    html`<option value=${value} .selected=${live(value === (now ?? ''))}>${shown}</option>`;
  return html`<section class="diagnose" part="diagnose" aria-label=${view.host.label('diagnose')}>
    <div class="bar">
      <label
        >${t.diagnoseService}
        <select class="box" name="answer-service" @change=${diagnosis.choose}>
          ${option('', t.choose, chosen.service)} ${services.map((name) => option(name, name, chosen.service))}
        </select></label
      >
      <label
        >${t.diagnoseResource}
        <select class="box" name="answer-kind" @change=${diagnosis.choose}>
          ${option('', t.choose, chosen.kind)} ${kinds.map((kind) => option(kind, t.kinds[kind] ?? kind, chosen.kind))}
        </select></label
      >
      <button class="primary" ?disabled=${!isReady || verdict !== undefined} @click=${diagnosis.answer}>
        ${t.answer}
      </button>
      ${verdict ? html`<button @click=${diagnosis.another}>${t.another}</button>` : ''}
    </div>
    ${verdict ? verdictPart(view, verdict) : ''}
  </section>`;
}

function verdictPart(view: RedUseView, verdict: Verdict): TemplateResult {
  const { text: t, model, evidence, host } = view;
  const { answer, truth, score } = verdict;
  const name = rowName(view, truth.service, truth.kind);
  const said =
    score === MOST_POINTS
      ? t.right(name)
      : score === 0
        ? t.wrong(name)
        : answer.service === truth.service
          ? t.nearService(name)
          : t.nearResource(name);
  const cell = model.cell(`${truth.service}.${truth.kind}.utilisation`);
  return html`<div class="verdict note ${score === MOST_POINTS ? 'full' : 'problem'}" part="verdict">
      <p>${richText(said)} <small>${t.score(host.format.number(score), host.format.number(MOST_POINTS))}</small></p>
      ${score === MOST_POINTS ? '' : html`<p>${richText(resourceLine(view, answer))} ${richText(reason(view, verdict))}</p>`}
    </div>
    ${steps(view, pathThrough(model, evidence, cell))}`;
}

/** Why it is not what was answered: by when each left its baseline. */
function reason(view: RedUseView, { answer, truth }: Verdict): string {
  const { text: t, host } = view;
  const name = rowName(view, answer.service, answer.kind);
  if (!answer.departure) return t.answerCalm(name);
  const later = answer.departure.seconds - (truth.departure?.seconds ?? Infinity);
  if (later > 0) return t.answerLater(name, host.format.duration(later));
  return later === 0 ? t.answerSame(name) : t.answerEarlier(name);
}
